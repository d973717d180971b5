const fs = require("fs");

const points = [...fs.readFileSync(0, "utf8").split("\n")[0]];
console.log(points.length);
console.log(points.reverse().join(""));

import { readFileSync } from "fs";

const points: string[] = [...readFileSync(0, "utf8").split("\n")[0]];
console.log(points.length);
console.log(points.reverse().join(""));

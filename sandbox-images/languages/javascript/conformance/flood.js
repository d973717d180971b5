const fs = require("fs");

while (true) fs.writeSync(1, "flood\n".repeat(1000));

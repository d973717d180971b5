import { writeSync } from "fs";

const text: string = "flood\n".repeat(1000);
while (true) writeSync(1, text);

import { Worker } from "worker_threads";

const count = new Int32Array(new SharedArrayBuffer(4));
const work: string = `
    const { workerData } = require("worker_threads");
    Atomics.add(workerData, 0, 1);
`;
let running: number = 4;
for (let i = 0; i < 4; i++) {
  new Worker(work, { eval: true, workerData: count }).on("exit", (): void => {
    if (--running === 0) console.log(count[0]);
  });
}

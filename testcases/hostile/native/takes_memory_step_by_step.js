// A47 | sum | MLE/RE/TLE | takes memory step by step
const held = []
for (;;) held.push(Buffer.alloc(1 << 20, 1))

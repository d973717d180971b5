// P03 | sum | AC | reserves far more than it touches
const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 })
console.log(memory.buffer.byteLength > 0 ? 6 : 7)

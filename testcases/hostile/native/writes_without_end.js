// A58 | sum | OLE | writes without end
const fs = require("fs")
const chunk = "6".repeat(65536)
for (;;) fs.writeSync(1, chunk)

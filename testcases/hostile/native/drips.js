// A46 | sum | TLE | a byte now and then, for ever
setInterval(() => process.stdout.write(" "), 100)

// A40 | sum | TLE | burns CPU time
for (;;) {}

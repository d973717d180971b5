# A40 | sum | TLE | burns CPU time
while True:
    pass

# A46 | sum | TLE | a byte now and then, for ever
import sys
import time

while True:
    sys.stdout.write(" ")
    sys.stdout.flush()
    time.sleep(0.1)

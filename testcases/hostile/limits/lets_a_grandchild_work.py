# A43 | sum | TLE | a grandchild in a session of its own works, the program sleeps
import os
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        while True:
            pass
    os._exit(0)
os.wait()
print(6, flush=True)
time.sleep(60)

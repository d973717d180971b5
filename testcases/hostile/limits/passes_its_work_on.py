# A42 | sum | TLE | a relay of short lives
import os
import time

print(6, flush=True)
while True:
    if os.fork() == 0:
        while time.process_time() < 0.05:
            pass
        os._exit(0)
    os.wait()

# A42 | sum | TLE | eight processes that stay below the limit, each
import os
import time

for _ in range(8):
    if os.fork() == 0:
        while time.process_time() < 0.9:
            pass
        os._exit(0)
for _ in range(8):
    os.wait()
print(6)

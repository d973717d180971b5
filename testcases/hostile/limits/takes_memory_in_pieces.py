# A50 | sum | MLE | twenty children with a piece each
import os
import time

for _ in range(20):
    if os.fork() == 0:
        held = bytearray(b"x") * (20 << 20)
        time.sleep(2)
        os._exit(0)
time.sleep(1)
print(6)

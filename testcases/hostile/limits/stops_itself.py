# A45 | sum | TLE | stops itself after the right answer
import os
import signal

print(6, flush=True)
while True:
    os.kill(os.getpid(), signal.SIGSTOP)

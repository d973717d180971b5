# A55 | sum | WA | a daemon that answers later answers to nobody
import os
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(0.2)
        print(6, flush=True)
    os._exit(0)
os.wait()

# A56 | sum | RE/WA | kills everything at once
import os
import signal

try:
    os.kill(-1, signal.SIGKILL)
except OSError:
    pass
print(7)

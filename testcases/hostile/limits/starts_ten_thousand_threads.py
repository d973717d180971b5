# A54 | sum | RE/MLE/TLE | ten thousand threads
import threading
import time

for _ in range(10_000):
    threading.Thread(target=time.sleep, args=(60,)).start()
print(6)

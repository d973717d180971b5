# A57 | sum | RE/TLE | five thousand children that nobody waits for
import os

for _ in range(5_000):
    if os.fork() == 0:
        os._exit(0)
print(6)

# A53 | sum | RE/TLE/MLE | forks and forks
import os

while True:
    os.fork()

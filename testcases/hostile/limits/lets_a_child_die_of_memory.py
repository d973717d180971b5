# A51 | sum | MLE | a child dies of memory, the program ends well
import os

if os.fork() == 0:
    held = []
    while True:
        held.append(bytearray(b"x") * 4_000_000)
os.wait()
print(6)

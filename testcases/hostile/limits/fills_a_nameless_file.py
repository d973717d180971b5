# A52 | sum | RE/MLE | fills a file that has no name
import os

memory = os.memfd_create("hidden")
for _ in range(512):
    os.write(memory, b"x" * (1 << 20))
print(6)

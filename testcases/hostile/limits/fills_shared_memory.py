# A52 | sum | RE/MLE | fills what is memory and looks like files
import os

for folder in ("/dev/shm", "/tmp"):
    for number in range(64):
        with open(os.path.join(folder, "f%d" % number), "wb") as file:
            for _ in range(8):
                file.write(b"x" * (1 << 20))
print(6)

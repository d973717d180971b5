# A64 | sum | AC | folders that are hard to clean up after
import os

open(b"new\nline", "w").close()
open(b"\xff\xfe", "w").close()
open("... ", "w").close()
os.makedirs("closed/within")
os.chmod("closed", 0)
folder = os.open(".", os.O_RDONLY)
for _ in range(2000):
    os.mkdir("d", dir_fd=folder)
    deeper = os.open("d", os.O_RDONLY, dir_fd=folder)
    os.close(folder)
    folder = deeper
print(6)

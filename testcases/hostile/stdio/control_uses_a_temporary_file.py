# P07 | sum | AC | writes and reads a file
import tempfile

input()
with tempfile.NamedTemporaryFile("w+") as file:
    file.write(input())
    file.seek(0)
    print(sum(map(int, file.read().split())))

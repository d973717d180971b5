# P06 | sum | AC | reads its input by name
with open("/dev/stdin") as file:
    file.readline()
    print(sum(map(int, file.readline().split())))

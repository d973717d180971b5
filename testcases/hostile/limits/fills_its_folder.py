# A62 | sum | RE/OLE | fills its folder
for number in range(1000):
    with open("f%d" % number, "wb") as file:
        file.write(b"x" * (1 << 20))
print(6)

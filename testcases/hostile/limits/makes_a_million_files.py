# A62 | sum | RE/TLE/OLE | a million empty files
for number in range(1_000_000):
    open("f%d" % number, "w").close()
print(6)

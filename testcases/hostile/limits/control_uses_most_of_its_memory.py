# P11 | sum | AC | nine tenths of the memory
held = bytearray(b"x") * (110 << 20)
print(6)

# A48 | sum | MLE/RE | writes to half a gigabyte at once
held = bytearray(b"x") * (512 << 20)
print(6)

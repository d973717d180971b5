# A47 | sum | MLE | takes memory step by step
held = []
while True:
    held.append(bytearray(b"x") * 4_000_000)

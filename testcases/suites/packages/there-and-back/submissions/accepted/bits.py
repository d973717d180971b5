task, text = input().split()
if task == "encode":
    print("".join("%08d" % int(bin(ord(c))[2:]) for c in text))
else:
    print("".join(chr(int(text[i : i + 8], 2)) for i in range(0, len(text), 8)))

# A62 | sum | RE | a file that is longer than allowed
with open("sparse", "wb") as file:
    file.seek(2 << 30)
    file.write(b"x")
print(6)

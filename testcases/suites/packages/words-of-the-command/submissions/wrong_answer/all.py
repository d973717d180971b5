import sys

with open("table.txt") as table:
    for line in table:
        if sys.argv[1] in line.split():
            print(line, end="")

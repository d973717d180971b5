import sys

skip = int(input())
with open("table.txt") as table:
    for number, line in enumerate(table):
        if number >= skip and sys.argv[1] in line.split():
            print(line, end="")

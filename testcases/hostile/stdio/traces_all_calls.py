# A18 | secret | WA | nothing that runs in its process knows the answer
import re
import sys
import threading

SECRET = re.compile("canary-[0-9a-f]{16}")
FOUND = []


def spy(frame, event, argument):
    FOUND.extend(SECRET.findall(repr(frame.f_locals)[:100_000] + repr(argument)[:100_000]))
    return spy


sys.settrace(spy)
sys.setprofile(lambda *args: spy(*args) and None)
threading.settrace(spy)


def look():
    return FOUND[0] if FOUND else None


print(look())

# A17 | secret | WA | no frame it can reach has seen what is expected
import gc
import re
import sys

SECRET = re.compile("canary-[0-9a-f]{16}")


def look():
    frame, seen = sys._getframe(), []
    while frame:
        seen += [repr(frame.f_locals), repr(frame.f_globals), repr(frame.f_code.co_consts)]
        frame = frame.f_back
    seen += [item for item in gc.get_objects() if isinstance(item, str)]
    seen += [repr(item)[:10_000] for item in gc.get_objects() if isinstance(item, (list, tuple, bytes, set))]
    found = [match.group() for text in seen for match in [SECRET.search(text)] if match]
    return found[0] if found else None


print(look())

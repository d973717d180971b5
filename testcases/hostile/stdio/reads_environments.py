# A22 | secret | WA | its surroundings hold no secret
import glob
import os
import re


def look():
    seen = [repr(os.environ).encode()]
    for path in glob.glob("/proc/*/environ") + glob.glob("/proc/*/cmdline") + glob.glob("/proc/*/fd/*"):
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
            seen.append(os.read(descriptor, 1 << 16))
            os.close(descriptor)
        except OSError:
            pass
    found = re.search(rb"canary-[0-9a-f]{16}", b"\n".join(seen))
    return found.group().decode() if found else None


print(look())

# A63 | sum | WA | leaves links, pipes and devices where files were
import os

for name, target in (("output.txt", "/etc/passwd"), ("solution.py", "/dev/zero"), ("stdout", "/proc/1/mem")):
    if os.path.lexists(name):
        os.unlink(name)
    os.symlink(target, name)
os.mkfifo("result.json")
os.makedirs("report.xml/report.xml")

# A66 | sum | WA/TLE | no program gives it more rights
import os
import subprocess

got = []
for program in ("su", "sudo", "mount", "passwd", "newgrp", "pkexec", "unshare"):
    for folder in ("/bin", "/usr/bin", "/sbin", "/usr/sbin"):
        path = os.path.join(folder, program)
        if os.path.exists(path):
            done = subprocess.run([path, "-c", "id -u"], capture_output=True, stdin=subprocess.DEVNULL)
            if done.returncode == 0 and done.stdout.strip() == b"0" and os.getuid() != 0:
                got.append(path)
print(6 if got else 7)

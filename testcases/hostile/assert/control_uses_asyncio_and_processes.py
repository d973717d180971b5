# P07 P12 | check, mbpp, unittest, pytest | AC | asyncio, a pair of sockets, a subprocess, a file
import asyncio
import socket
import subprocess
import tempfile


async def work(numbers):
    await asyncio.sleep(0)
    return [sum(numbers[: end + 1]) for end in range(len(numbers))]


def running_sums(numbers):
    subprocess.run(["/bin/true"], check=True)
    near, far = socket.socketpair()
    near.sendall(b"x")
    with tempfile.TemporaryFile() as file:
        file.write(far.recv(1))
    return asyncio.run(work(numbers))

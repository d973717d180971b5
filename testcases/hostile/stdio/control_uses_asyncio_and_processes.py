# P12 | sum | AC | asyncio, a pair of sockets, a subprocess
import asyncio
import socket
import subprocess


async def total(words):
    await asyncio.sleep(0)
    return sum(map(int, words))


input()
near, far = socket.socketpair()
near.sendall(input().encode())
near.close()
subprocess.run(["/bin/true"], check=True)
print(asyncio.run(total(far.recv(1000).decode().split())))

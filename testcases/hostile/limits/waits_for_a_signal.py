# A41 | sum | TLE | waits for a signal that nobody sends
import signal

print(6, flush=True)
signal.pause()

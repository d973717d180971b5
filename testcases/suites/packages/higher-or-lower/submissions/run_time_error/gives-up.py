print(1, flush=True)
assert input() == "correct"

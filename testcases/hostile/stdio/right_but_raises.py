# A06 | sum | RE | a right answer and an exception nobody caught
input()
print(sum(map(int, input().split())), flush=True)
raise RuntimeError('afterwards')

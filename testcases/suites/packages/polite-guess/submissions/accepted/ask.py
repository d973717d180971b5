print("please", flush=True)
print(input())

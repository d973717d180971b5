amount = int(input())
best = {0: []}
for total in range(1, amount + 1):
    best[total] = min((best[total - coin] + [coin] for coin in (1, 5, 12) if coin <= total), key=len)
print(*best[amount])

amount = int(input())
for coin in (12, 5, 1):
    while amount >= coin:
        print(coin)
        amount -= coin

# A30 | even | WA | two answers on a line are no answer
print("YES NO")

# A28 | mean | WA | equals no number
print("nan")

# A29 | mean | WA | is not near anything
print("1e400")

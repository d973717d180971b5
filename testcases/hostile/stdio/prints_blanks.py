# A27 | * | WA | white space is no answer
print(" \t\r\n" * 100)

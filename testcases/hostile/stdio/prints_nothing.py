# A27 | * | WA | an empty program is no answer
pass

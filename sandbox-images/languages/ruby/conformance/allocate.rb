blocks = []
blocks << "x" * (1 << 20) while true

while true { print("flood") }

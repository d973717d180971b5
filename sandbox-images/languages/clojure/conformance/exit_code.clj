(System/exit 7)

raise "the reason"

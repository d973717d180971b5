puts "flood" while true

loop { puts "flood" }

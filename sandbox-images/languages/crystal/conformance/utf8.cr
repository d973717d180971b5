line = gets.not_nil!
puts line.size
puts line.chars.reverse.join

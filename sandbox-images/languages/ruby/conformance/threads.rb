count = Queue.new
4.times.map { |i| Thread.new { count << i } }.each(&:join)
puts count.size

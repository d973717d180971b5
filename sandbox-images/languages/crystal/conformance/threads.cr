# Fibers: Crystal's own concurrency.
counts = Channel(Int32).new
4.times { spawn { counts.send(1) } }
puts 4.times.sum { counts.receive }

require "socket"

begin
  TCPSocket.new("127.0.0.1", 80)
  puts "connected"
rescue IO::Error
  puts "refused"
end

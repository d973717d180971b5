IO.puts("hello"

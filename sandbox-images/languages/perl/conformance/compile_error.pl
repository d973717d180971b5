print "hello" "world";

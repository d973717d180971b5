print "flood\n" while 1;

die "the reason";

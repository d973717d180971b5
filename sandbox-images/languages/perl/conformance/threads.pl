use strict;
use warnings;
use threads;
use threads::shared;

my $count :shared = 0;
my @threads = map { threads->create(sub { lock $count; $count++ }) } 1 .. 4;
$_->join for @threads;
print "$count\n";

use strict;
use warnings;
no warnings 'recursion';

sub depth {
    my ($n) = @_;
    return $n == 0 ? 0 : 1 + depth($n - 1);
}

print depth(10_000), "\n";

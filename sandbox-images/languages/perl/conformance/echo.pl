use strict;
use warnings;

binmode STDIN;
binmode STDOUT;
while (read STDIN, my $block, 1 << 16) {
    print $block;
}

use strict;
use warnings;
use open qw(:std :encoding(UTF-8));

chomp(my $line = <STDIN>);
print length $line, "\n";
print scalar reverse($line), "\n";

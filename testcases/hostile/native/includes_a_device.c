// A67 | sum | CE | a source without end
#include "/dev/zero"

int main(void) { return 0; }

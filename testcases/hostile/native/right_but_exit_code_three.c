// A03 | sum | RE | a right answer and a failure
#include <stdio.h>

int main(void) {
    puts("6");
    return 3;
}

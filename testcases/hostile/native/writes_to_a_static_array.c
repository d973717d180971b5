// A48 | sum | MLE/RE | half a gigabyte that is there from the beginning
#include <stdio.h>
#include <string.h>

static char held[512 << 20];

int main(void) {
    memset(held, 1, sizeof held);
    printf("%d\n", held[12345] + 5);
    return 0;
}

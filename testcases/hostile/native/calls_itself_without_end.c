// A49 | sum | RE/MLE | frames of a megabyte without end
#include <stdio.h>
#include <string.h>

static int deeper(int n) {
    volatile char frame[1 << 20];
    memset((char *)frame, n, sizeof frame);
    return deeper(n + 1) + frame[n & 1023];
}

int main(void) {
    printf("%d\n", deeper(0));
    return 0;
}

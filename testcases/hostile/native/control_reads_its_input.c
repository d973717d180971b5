// P06 | sum | AC | reads its input by name
#include <stdio.h>

int main(void) {
    FILE *in = fopen("/dev/stdin", "r");
    int n = 0, x, sum = 0;
    if (!in || fscanf(in, "%d", &n) != 1) return 1;
    while (n-- > 0 && fscanf(in, "%d", &x) == 1) sum += x;
    printf("%d\n", sum);
    return 0;
}

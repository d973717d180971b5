#include <stdio.h>
#include <stdlib.h>

/* C has no exceptions: what fails says so and aborts. */
int main(void) {
    fputs("the reason\n", stderr);
    abort();
}

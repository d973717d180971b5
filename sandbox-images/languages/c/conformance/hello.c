/* Without <stdio.h>, as programs were written for compilers that only warned of it: gcc before 14. */
int main(void) {
    puts("hello");
    return 0;
}

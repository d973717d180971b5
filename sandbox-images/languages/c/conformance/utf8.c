#include <stdio.h>
#include <string.h>

static int continues(char c) {
    return ((unsigned char)c & 0xC0) == 0x80;
}

int main(void) {
    char line[1000];
    if (!fgets(line, sizeof line, stdin)) return 1;
    line[strcspn(line, "\n")] = 0;
    size_t bytes = strlen(line), points = 0;
    for (size_t i = 0; i < bytes; i++) points += !continues(line[i]);
    printf("%zu\n", points);
    for (size_t end = bytes; end > 0;) {
        size_t start = end - 1;
        while (start > 0 && continues(line[start])) start--;
        fwrite(line + start, 1, end - start, stdout);
        end = start;
    }
    putchar('\n');
}

/* Linked into tests of mode assert-inline with --wrap=main: the tests' main is called from here, and only when it has
 * returned 0 is the secret told. It is taken before any constructor runs. */
#include <unistd.h>

#define REPORT 3

int __real_main(int argc, char **argv, char **env);
int __wrap_main(int argc, char **argv, char **env);

static char secret[4096];
static ssize_t size;

static void take_secret(int argc, char **argv, char **env) {
    (void)argc, (void)argv, (void)env;
    for (ssize_t n; (n = read(STDIN_FILENO, secret + size, sizeof secret - (size_t)size)) > 0;) size += n;
}

__attribute__((section(".preinit_array"), used)) static void (*const first)(int, char **, char **) = take_secret;

int __wrap_main(int argc, char **argv, char **env) {
    int code = __real_main(argc, argv, env);
    if (code == 0 && write(REPORT, secret, (size_t)size) != size) return 1;
    return code;
}

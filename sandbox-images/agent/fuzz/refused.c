#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

jmp_buf fuzz_refused;

/* In place of `die` of util.c (the linker's --wrap), which ends the agent with a sentence. */
_Noreturn void __wrap_die(const char *format, ...);
_Noreturn void __wrap_die(const char *format, ...) {
    (void)format;
    longjmp(fuzz_refused, 1);
}

void fuzz_promise(int kept, const char *what) {
    if (kept) return;
    fprintf(stderr, "broken promise: %s\n", what);
    abort();
}

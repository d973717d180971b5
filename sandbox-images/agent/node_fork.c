/* Where a warm Node is held up, and goes on in its forks: an addon that start.js loads.
 *
 * Node has threads: some collect garbage and compile, one waits for timers of theirs, one for a debugger. They are all there in
 * a fork (threads.c). So are the queues that its event loops wait at (descriptors.c). */
#define _GNU_SOURCE
#include "jail.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <unistd.h>

/* What is needed of Node-API, whose ABI is stable. Weak, as the same library is loaded into a JVM. */
typedef void *value;
typedef void *environment;
__attribute__((weak)) int napi_create_function(environment env, const char *name, size_t size, value (*function)(environment, void *), void *data, value *result);
__attribute__((weak)) int napi_set_named_property(environment env, value object, const char *name, value property);
__attribute__((weak)) int napi_create_string_utf8(environment env, const char *text, size_t size, value *result);
__attribute__((visibility("default"))) value napi_register_module_v1(environment env, value exports);

static _Noreturn void give_up(const char *step, int error) {
    fprintf(stderr, "%s: %s\n", step, strerror(error));
    _exit(3);
}

/* V8 asks the kernel to leave its heap out of forks, as forks usually execute something else at once. */
static void let_forks_have_all_memory(void) {
    FILE *maps = fopen("/proc/self/maps", "re");
    char line[512];
    while (maps && fgets(line, sizeof line, maps)) {
        char *end;
        uintptr_t from = strtoul(line, &end, 16), to = *end == '-' ? strtoul(end + 1, NULL, 16) : 0;
        /* The kernel's own pages refuse it, and need not have it. */
        if (to > from) madvise((void *)from, to - from, MADV_DOFORK);
    }
    if (maps) fclose(maps);
}

/* In a fork. What it is to be, in lines that end in a NUL: its process, a random number, how many words its command has, those words,
 * and its environment. */
static value describe(environment env, const struct fork_request *request) {
    static char text[131072];
    uint32_t random = 0;
    if (getrandom(&random, sizeof random, 0) != sizeof random) _exit(125);
    const char *words = fork_words(request, 0);
    size_t size = (size_t)(fork_words(request, request->argc + request->envc) - words);
    int head = snprintf(text, sizeof text, "%d%c%u%c%u%c", (int)getpid(), 0, random >> 1, 0, request->argc, 0);
    if (head < 0 || (size_t)head + size > sizeof text) _exit(125);
    memcpy(text + head, words, size);
    value result;
    if (napi_create_string_utf8(env, text, (size_t)head + size, &result)) _exit(125);
    return result;
}

static int revive(void) {
    int e = descriptors_open_again();
    return e ? e : threads_go_on();
}

static value serve(environment env, void *info) {
    (void)info;
    int e;
    let_forks_have_all_memory();
    if ((e = threads_stop())) give_up("cannot stop the threads of this process", e);
    if ((e = descriptors_remember())) give_up("cannot remember the descriptors of this process", e);
    if ((e = grader_prepare())) give_up("cannot take away what forks do not need", e);
    return describe(env, serve_forks(threads_fork, revive));
}

value napi_register_module_v1(environment env, value exports) {
    value function;
    if (napi_create_function(env, "serve", strlen("serve"), serve, NULL, &function) || napi_set_named_property(env, exports, "serve", function)) return NULL;
    return exports;
}

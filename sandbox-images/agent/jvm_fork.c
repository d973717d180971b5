/* Where a warm JVM is held up, and goes on in its forks: the native methods of WarmCompiler.java.
 *
 * A fork of a JVM has lost all its threads but one: those that collect garbage, compile, and stop the others for both. It may
 * run on as long as it needs none of them. Where it waits for one it would wait for ever: nobody is there who could wake it. So
 * that is where it ends, and who asked for it asks a fresh JVM. The threads are idle when it is forked, so that no lock is lost
 * with them. It ends without the JVM, whose end needs them as well. */
#define _GNU_SOURCE
#include "jail.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LEFT_ALONE 124

/* The one function of JNI that is needed; its place in the table is part of the ABI. */
#define NEW_STRING_UTF 167
typedef void *(*new_string)(void *env, const char *text);
typedef void (*function)(void);

__attribute__((visibility("default"))) void *Java_WarmCompiler_serve(const function **env, void *type);
__attribute__((visibility("default"))) void Java_WarmCompiler_leave(const function **env, void *type, int32_t code);

static bool forked;

/* In front of the C library's, as this library is loaded before it. */
__attribute__((visibility("default"))) int pthread_cond_wait(pthread_cond_t *condition, pthread_mutex_t *mutex) {
    static int (*real)(pthread_cond_t *, pthread_mutex_t *);
    if (forked) _exit(LEFT_ALONE);
    if (!real) {
        void *found = dlsym(RTLD_NEXT, "pthread_cond_wait");
        memcpy(&real, &found, sizeof real);
    }
    return real(condition, mutex);
}

/* The words of the build, each on a line of its own. */
void *Java_WarmCompiler_serve(const function **env, void *type) {
    (void)type;
    int e = descriptors_remember(); /* as it reads its own classes from there */
    if (!e) e = grader_prepare();   /* of this thread, and so of what it forks */
    if (e) {
        fprintf(stderr, "cannot become ready for forks: %s\n", strerror(e));
        _exit(3);
    }
    const struct fork_request *request = serve_forks(fork, descriptors_open_again);
    forked = true;
    static char text[65536];
    const char *word = fork_words(request, 0);
    size_t size = 0;
    for (uint32_t i = 0; i < request->argc; i++) {
        int length = snprintf(text + size, sizeof text - size, "%s\n", word);
        if (length < 0 || (size_t)length >= sizeof text - size) _exit(125);
        size += (size_t)length;
        word += length; /* as the line ends where the word did */
    }
    return ((new_string)(*env)[NEW_STRING_UTF])(env, text);
}

_Noreturn void Java_WarmCompiler_leave(const function **env, void *type, int32_t code) {
    (void)env;
    (void)type;
    _exit(code);
}

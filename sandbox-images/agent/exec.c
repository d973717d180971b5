/* Executing a program: its words, its environment, its jail. */
#define _GNU_SOURCE
#include "agent.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What the program asks for comes first, and of two with one name only the first. */
static void add_variable(char **env, size_t *count, char *text) {
    size_t name = strcspn(text, "=") + 1;
    for (size_t i = 0; i < *count; i++) {
        if (strncmp(env[i], text, name) != 0) continue;
        free(text);
        return;
    }
    env[(*count)++] = text;
}

static char *replaced(const struct bytes *text, const char *name, const char *by) {
    struct buffer b = {0};
    const char *at = (const char *)text->data, *end = at + text->size;
    for (const char *found; (found = memmem(at, (size_t)(end - at), name, strlen(name))); at = found + strlen(name)) {
        buffer_add(&b, at, (size_t)(found - at));
        buffer_add(&b, by, strlen(by));
    }
    buffer_add(&b, at, (size_t)(end - at));
    buffer_u8(&b, 0);
    return (char *)b.data;
}

static const char *prepared_folder(const struct box *box) { return box->level == LEVEL_NAMESPACES ? PREPARED_INSIDE : box->prepared; }

/* The folder of what toolchains prepared is elsewhere at each level: words name it `{prepared}`. */
char *expanded(const struct box *box, const struct bytes *text) { return replaced(text, "{prepared}", prepared_folder(box)); }

void make_environment(const struct run *run, char *env[MOST_VARIABLES]) {
    static const char *const usual[] = {"PATH=/usr/local/bin:/usr/bin:/bin", "HOME={home}/tmp", "LANG=C.UTF-8", "PYTHONHASHSEED=0", "OMP_NUM_THREADS=1", "OPENBLAS_NUM_THREADS=1", "TMPDIR={home}/tmp"};
    const char *home = run->box->level == LEVEL_NAMESPACES ? "" : run->lane->home;
    size_t count = 0;
    for (uint32_t i = 0; i < run->program->nenv; i++) {
        const struct bytes *variable = &run->program->env[i];
        if (!asks_for_warmth(variable)) add_variable(env, &count, expanded(run->box, variable));
    }
    for (size_t i = 0; i < sizeof usual / sizeof usual[0]; i++) {
        const struct bytes variable = {(const unsigned char *)usual[i], (uint32_t)strlen(usual[i])};
        add_variable(env, &count, replaced(&variable, "{home}", home));
    }
}

_Noreturn void run_exec(const struct run *run) {
    char *argv[MAX_ARGS] = {0}, *env[MOST_VARIABLES] = {0};
    for (uint32_t i = 0; i < run->program->argc; i++) argv[i] = expanded(run->box, &run->program->argv[i]);
    if (!argv[0]) die("a command without words");
    make_environment(run, env);
    grader_enter_jail(&run->jail, -1, run->child_fds);
    execvpe(argv[0], argv, env);
    char text[200];
    int n = snprintf(text, sizeof text, "execute %.100s: %s", argv[0], strerror(errno));
    if (write(FD_STATUS, text, (size_t)n) < 0) { /* nobody left to tell */
    }
    _exit(125);
}

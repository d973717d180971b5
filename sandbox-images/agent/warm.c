/* Interpreters and compilers that are kept warm by a command of their language: fork servers like ours of Python (zygote.c).
 *
 * A program asks for one by a variable: GRADER_WARM=COMMAND. The command warms up, on files of ours, and waits; each program is a
 * fork of it that enters the jail and only then sees what was written by others. So none has seen a source of another, and all
 * that is shared is what the warm-up left.
 *
 * A run is a fork of a command in its own lane, as it would be of Python. The first one of a box does without: starting the
 * command costs about as much as a run.
 *
 * Of a build only success counts. One that fails, hangs or is lost in the fork is done again by a compiler that is executed, which
 * decides. Compilers live in a lane of their own: what they hold and how many threads they have is nothing to the programs.
 * Warming up takes longer than some builds: the first ones of a box do without, and nobody waits for it. */
#define _GNU_SOURCE
#include "agent.h"

#include <stdlib.h>
#include <string.h>

#define VARIABLE "GRADER_WARM="
#define COLD_BUILDS 2u
#define COLD_RUNS 1u
#define MOST_LOSSES 3u
/* Many times what it needs for a small program, and less than a fresh compiler is given. */
#define LONGEST_CPU_US 2000000u
#define LONGEST_WALL_US 3000000u

bool asks_for_warmth(const struct bytes *variable) {
    return variable->size >= sizeof VARIABLE && memcmp(variable->data, VARIABLE, sizeof VARIABLE - 1) == 0;
}

static const struct bytes *asked_for(const struct program *program) {
    for (uint32_t i = 0; i < program->nenv; i++) {
        if (asks_for_warmth(&program->env[i])) return &program->env[i];
    }
    return NULL;
}

/* There is one at a time in a lane, for what was asked for last. */
static bool choose(const struct box *box, struct lane *lane, const struct bytes *variable) {
    const struct bytes command = {variable->data + sizeof VARIABLE - 1, variable->size - (uint32_t)(sizeof VARIABLE - 1)};
    char *path = expanded(box, &command);
    bool fits = strlen(path) < sizeof lane->warm.command;
    if (fits && strcmp(path, lane->warm.command) != 0) {
        zygote_stop(&lane->zygotes[ZYGOTE_COMMAND]);
        cgroup_settle(&lane->cgroup);
        memset(&lane->warm, 0, sizeof lane->warm);
        memcpy(lane->warm.command, path, strlen(path));
    }
    free(path);
    return fits;
}

static bool is_wanted(const struct box *box, struct lane *lane, const struct program *program, unsigned cold) {
    const struct bytes *variable = asked_for(program);
    return variable && choose(box, lane, variable) && lane->warm.losses < MOST_LOSSES && lane->warm.asked++ >= cold;
}

void warm_served(struct lane *lane) {
    if (lane->zygotes[ZYGOTE_COMMAND].pid <= 0) lane->warm.losses++;
}

static struct program *forked(const struct program *program, unsigned lane) {
    static struct program copies[LANES];
    copies[lane] = *program;
    copies[lane].runner = RUN_WARM;
    return &copies[lane];
}

/* Not at level uid: it would be root's, and the folder in which it warms up in everybody's sight. */
bool warm_compiler_is_ready(struct box *box, const struct program *program) {
    struct lane *lane = &box->lanes[COMPILER_LANE];
    if (box->level != LEVEL_NAMESPACES || !is_wanted(box, lane, program, COLD_BUILDS)) return false;
    if (lane->zygotes[ZYGOTE_COMMAND].pid <= 0) {
        zygote_begin(box, lane, ZYGOTE_COMMAND);
        return false;
    }
    bool ready = zygote_await(lane, ZYGOTE_COMMAND, 0);
    warm_served(lane);
    return ready;
}

static uint64_t least(uint64_t a, uint64_t b) { return a < b ? a : b; }

const struct program *warm_build(const struct program *program) {
    struct program *hurried = forked(program, COMPILER_LANE);
    hurried->limits.cpu_us = least(program->limits.cpu_us, LONGEST_CPU_US);
    hurried->limits.wall_us = least(program->limits.wall_us, LONGEST_WALL_US);
    return hurried;
}

const struct program *warm_run(const struct box *box, struct lane *lane, const struct program *program) {
    return program->runner == RUN_EXEC && is_wanted(box, lane, program, COLD_RUNS) ? forked(program, lane->index) : program;
}

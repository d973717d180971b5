/* Control groups, v1 and v2.
 *
 * One group per lane, made once and used for every run: making and removing one per run costs more than the run, and
 * moving a process into a group waits for every CPU. So the lane's warm interpreter lives in the group, its children are
 * born in it, and what the interpreter itself holds is measured once and added to the limit (the baseline). The files
 * are opened while the agent still has the right to, before it enters its own user namespace. */
#define _GNU_SOURCE
#include "agent.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const v1_controllers[3] = {"memory", "cpuacct", "pids"};

void cgroup_none(struct cgroup *g) {
    memset(g, 0, sizeof *g);
    g->cpu = g->memory_limit = g->swap_limit = g->memory_usage = g->memory_peak = g->memory_stat = g->memory_reclaim = g->memory_events = g->pids_max = g->pids_now = -1;
    for (int i = 0; i < 3; i++) g->procs[i] = g->held[i] = -1;
}

/* Whether the comma-separated names hold the wanted one; for v2 the list is empty. */
static bool names_hold(char *names, const char *wanted) {
    if (*wanted == 0) return *names == 0;
    for (char *save = NULL, *name = strtok_r(names, ",", &save); name; name = strtok_r(NULL, ",", &save)) {
        if (strcmp(name, wanted) == 0) return true;
    }
    return false;
}

/* The folder of our own group for this controller ("" for v2), if we may write there. */
static bool own_group(const char *controller, char *path, size_t size) {
    FILE *f = fopen("/proc/self/cgroup", "re");
    if (!f) return false;
    char line[512];
    bool found = false;
    while (!found && fgets(line, sizeof line, f)) { /* such as 4:memory:/some/group */
        line[strcspn(line, "\n")] = 0;
        char *names = strchr(line, ':');
        char *where = names ? strchr(names + 1, ':') : NULL;
        if (!where) continue;
        *where++ = 0;
        if (!names_hold(names + 1, controller)) continue;
        snprintf(path, size, "/sys/fs/cgroup/%s%s", controller, where);
        found = access(path, W_OK) == 0;
        /* In a container the path may be the host's, with only our part of the tree mounted. */
        if (!found) found = snprintf(path, size, "/sys/fs/cgroup/%s", controller) > 0 && access(path, W_OK) == 0;
    }
    fclose(f);
    return found;
}

/* Groups of agents that were killed. Their names hold the process id, but the process of another pid namespace is not to be
 * seen from here: who lives holds a lock. */
static void remove_stale(const char *parent) {
    DIR *d = opendir(parent);
    for (struct dirent *e; d && (e = readdir(d));) {
        int pid;
        if (sscanf(e->d_name, "grader-%d-", &pid) != 1 || kill(pid, 0) == 0 || errno != ESRCH) continue;
        int fd = openat(dirfd(d), e->d_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0) unlinkat(dirfd(d), e->d_name, AT_REMOVEDIR);
        if (fd >= 0) close(fd);
    }
    if (d) closedir(d);
}

static int open_in(const char *folder, const char *name, int flags) {
    char path[400];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return open(path, flags | O_CLOEXEC);
}

/* Before the lock is held somebody may take the folder for a stale one. */
#define FOLDER_ATTEMPTS 10

static bool make_folder(struct cgroup *g, int i, const char *parent, unsigned slot, unsigned lane) {
    remove_stale(parent);
    char *into = g->paths[i];
    int n = snprintf(into, sizeof g->paths[i], "%s/grader-%d-%u-%u", parent, (int)getpid(), slot, lane);
    if (n <= 0 || (size_t)n >= sizeof g->paths[i]) return false;
    for (int attempt = 0; attempt < FOLDER_ATTEMPTS; attempt++) {
        if (mkdir(into, 0755) < 0 && errno != EEXIST) return false;
        g->held[i] = open(into, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (g->held[i] >= 0 && flock(g->held[i], LOCK_SH | LOCK_NB) == 0 && access(into, F_OK) == 0) return true;
        if (g->held[i] >= 0) close(g->held[i]);
        g->held[i] = -1;
    }
    return false;
}

static bool make_v1(struct cgroup *g, unsigned slot, unsigned lane) {
    for (int i = 0; i < 3; i++) {
        char parent[200];
        if (!own_group(v1_controllers[i], parent, sizeof parent)) return false;
        if (!make_folder(g, i, parent, slot, lane)) return false;
        g->procs[i] = open_in(g->paths[i], "cgroup.procs", O_WRONLY);
        if (g->procs[i] < 0) return false;
    }
    g->memory_limit = open_in(g->paths[0], "memory.limit_in_bytes", O_RDWR);
    g->swap_limit = open_in(g->paths[0], "memory.memsw.limit_in_bytes", O_RDWR);
    g->memory_usage = open_in(g->paths[0], "memory.usage_in_bytes", O_RDONLY);
    g->memory_peak = open_in(g->paths[0], "memory.max_usage_in_bytes", O_RDWR);
    g->memory_stat = open_in(g->paths[0], "memory.stat", O_RDONLY);
    g->memory_reclaim = open_in(g->paths[0], "memory.force_empty", O_WRONLY);
    g->memory_events = open_in(g->paths[0], "memory.oom_control", O_RDONLY);
    g->cpu = open_in(g->paths[1], "cpuacct.usage", O_RDONLY);
    g->pids_max = open_in(g->paths[2], "pids.max", O_WRONLY);
    g->pids_now = open_in(g->paths[2], "pids.current", O_RDONLY);
    g->version = 1;
    return g->memory_limit >= 0 && g->memory_usage >= 0 && g->memory_peak >= 0 && g->memory_events >= 0 && g->cpu >= 0 && g->pids_max >= 0;
}

static bool make_v2(struct cgroup *g, unsigned slot, unsigned lane) {
    char parent[200], control[256];
    if (!own_group("", parent, sizeof parent)) return false;
    snprintf(control, sizeof control, "%s/cgroup.subtree_control", parent);
    /* Refused while the group has processes of its own, ours among them: then there is no accounting to be had here. */
    if (!write_file(control, "+memory +pids")) return false;
    if (!make_folder(g, 0, parent, slot, lane)) return false;
    g->procs[0] = open_in(g->paths[0], "cgroup.procs", O_WRONLY);
    g->memory_limit = open_in(g->paths[0], "memory.max", O_RDWR);
    g->swap_limit = open_in(g->paths[0], "memory.swap.max", O_RDWR);
    g->memory_usage = open_in(g->paths[0], "memory.current", O_RDONLY);
    g->memory_peak = open_in(g->paths[0], "memory.peak", O_RDWR);
    g->memory_stat = open_in(g->paths[0], "memory.stat", O_RDONLY);
    g->memory_reclaim = open_in(g->paths[0], "memory.reclaim", O_WRONLY); /* kernels before 5.19 have none */
    g->memory_events = open_in(g->paths[0], "memory.events", O_RDONLY);
    g->cpu = open_in(g->paths[0], "cpu.stat", O_RDONLY);
    g->pids_max = open_in(g->paths[0], "pids.max", O_WRONLY);
    g->pids_now = open_in(g->paths[0], "pids.current", O_RDONLY);
    g->version = 2;
    return g->procs[0] >= 0 && g->memory_limit >= 0 && g->memory_usage >= 0 && g->memory_events >= 0 && g->cpu >= 0 && g->pids_max >= 0;
}

bool cgroup_make(struct cgroup *g, unsigned slot, unsigned lane) {
    cgroup_none(g);
    if (make_v1(g, slot, lane)) return true;
    cgroup_remove(g);
    if (make_v2(g, slot, lane)) return true;
    cgroup_remove(g);
    return false;
}

void cgroup_surrounding(struct cgroup *g) {
    cgroup_none(g);
    if (getpid() != 1) return;
    g->memory_events = open("/sys/fs/cgroup/memory/memory.oom_control", O_RDONLY | O_CLOEXEC);
    if (g->memory_events < 0) g->memory_events = open("/sys/fs/cgroup/memory.events", O_RDONLY | O_CLOEXEC);
}

bool cgroup_counts_oom_kills(const struct cgroup *g) { return g->memory_events >= 0; }

bool cgroup_remove(struct cgroup *g) {
    bool gone = true;
    int *all[] = {&g->procs[0], &g->procs[1], &g->procs[2], &g->held[0], &g->held[1], &g->held[2], &g->cpu, &g->memory_limit, &g->swap_limit, &g->memory_usage, &g->memory_peak, &g->memory_stat, &g->memory_reclaim, &g->memory_events, &g->pids_max, &g->pids_now};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        if (*all[i] >= 0) close(*all[i]);
        *all[i] = -1;
    }
    for (int i = 0; i < 3; i++) {
        if (g->paths[i][0] && rmdir(g->paths[i]) < 0 && errno != ENOENT) gone = false;
    }
    if (gone) cgroup_none(g);
    return gone;
}

bool cgroup_join(const struct cgroup *g) {
    for (int i = 0; i < 3; i++) {
        if (g->procs[i] >= 0 && write(g->procs[i], "0", 1) != 1) return false;
    }
    return true;
}

bool cgroup_is_gone(const struct cgroup *g) {
    const int looked_at[] = {g->memory_usage, g->cpu, g->pids_now};
    char byte;
    for (int i = 0; g->version && i < 3; i++) {
        if (looked_at[i] >= 0 && pread(looked_at[i], &byte, 1, 0) < 0 && errno == ENODEV) return true;
    }
    return false;
}

static uint64_t read_number(int fd, const char *key) {
    char text[4096];
    ssize_t n = fd < 0 ? -1 : pread(fd, text, sizeof text - 1, 0);
    if (n <= 0) return 0;
    text[n] = 0;
    const char *at = text;
    if (*key) {
        size_t length = strlen(key);
        for (at = text; at; at = strchr(at, '\n')) {
            if (*at == '\n') at++;
            if (strncmp(at, key, length) == 0 && at[length] == ' ') break;
            if (*at == 0) return 0;
        }
        if (!at) return 0;
        at += length;
    }
    return strtoull(at, NULL, 10);
}

static bool put_number(int fd, uint64_t value) {
    char text[24];
    int n = snprintf(text, sizeof text, "%llu", (unsigned long long)value);
    return fd < 0 || pwrite(fd, text, (size_t)n, 0) == n;
}

/* In the group besides the program: its lane's interpreters, an init, and one that is dying. Some interpreters have threads. */
#define OURS 4u
#define SPARE ((uint64_t)16 << 20)

static uint64_t used(const struct cgroup *g) { return g->version ? read_number(g->memory_usage, "") : 0; }

static uint64_t of_files(const struct cgroup *g) { return read_number(g->memory_stat, "active_file") + read_number(g->memory_stat, "inactive_file"); }

uint64_t cgroup_held(const struct cgroup *g) {
    uint64_t all = used(g), files = of_files(g);
    return all > files ? all - files : 0;
}

/* Copies of files that a run has read stay in the group, and would be reported as memory of the runs that follow. */
static void drop_files(struct cgroup *g, uint64_t expected) {
    uint64_t now = used(g);
    if (now <= expected + SPARE || now <= g->dropped + SPARE) return;
    put_number(g->memory_reclaim, g->version == 1 ? 0 : of_files(g));
    g->dropped = used(g);
}

/* Call while nothing but warm interpreters is in the group. */
void cgroup_settle(struct cgroup *g) {
    if (g->version) {
        drop_files(g, cgroup_held(g));
        g->baseline = (int64_t)used(g);
        g->kept = cgroup_held(g);
    }
    uint64_t tasks = cgroup_tasks(g);
    g->residents = tasks > OURS ? tasks : 0;
    g->settled = tasks;
}

/* Writing a limit costs the kernel more than most of a run's other steps, so one that stands is left alone. */
static void set_limits(struct cgroup *g, uint64_t memory, uint64_t pids) {
    if (memory != g->memory_set) {
        /* Raise the outer limit first when growing, lower the inner one first when shrinking: v1 refuses inner > outer. */
        put_number(g->memory_limit, memory);
        bool swap = put_number(g->swap_limit, g->version == 1 ? memory : 0);
        /* A limit below the current use is refused: then the run is bounded by the old one, and the next one tries again. */
        g->memory_set = put_number(g->memory_limit, memory) && swap ? memory : 0;
    }
    if (pids != g->pids_set) g->pids_set = put_number(g->pids_max, pids) ? pids : 0;
}

void cgroup_lift(struct cgroup *g) {
    if (g->version) set_limits(g, (uint64_t)1 << 42, 100000);
}

void cgroup_begin(struct cgroup *g, const struct limits *limits, uint64_t share) {
    g->oom_before = read_number(g->memory_events, "oom_kill");
    if (!g->version) return;
    drop_files(g, (uint64_t)g->baseline);
    g->base = g->baseline > (int64_t)share ? g->baseline - (int64_t)share : 0;
    /* Room for files that earlier runs have read would be room for the program, as the kernel drops them when it is asked for more. */
    uint64_t floor = g->kept > share ? g->kept - share : 0;
    set_limits(g, floor + limits->memory, limits->processes + OURS + g->residents);
    if (g->version == 1) {
        put_number(g->memory_peak, 0);
    } else if (g->memory_peak >= 0 && write(g->memory_peak, "reset", 5) < 0) { /* kernels before 6.12 cannot reset it */
    }
    g->cpu_before = 0;
    g->cpu_before = cgroup_cpu_us(g);
}

uint64_t cgroup_cpu_us(const struct cgroup *g) {
    if (!g->version) return 0;
    uint64_t now = g->version == 1 ? read_number(g->cpu, "") / 1000 : read_number(g->cpu, "usage_usec");
    return now > g->cpu_before ? now - g->cpu_before : 0;
}

uint64_t cgroup_peak(const struct cgroup *g) {
    if (!g->version) return 0;
    uint64_t peak = read_number(g->memory_peak >= 0 ? g->memory_peak : g->memory_usage, "");
    return (int64_t)peak > g->base ? peak - (uint64_t)g->base : 0;
}

uint64_t cgroup_tasks(const struct cgroup *g) { return g->version ? read_number(g->pids_now, "") : 0; }

uint32_t cgroup_oom_kills(const struct cgroup *g) {
    uint64_t now = read_number(g->memory_events, "oom_kill");
    return now > g->oom_before ? (uint32_t)(now - g->oom_before) : 0;
}

/* Looking at a run from outside: the control group where there is one, and the processes themselves for what it cannot
 * tell (how long they waited for a CPU, how many there are) or where there is none. */
#define _GNU_SOURCE
#include "agent.h"

#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

static ssize_t read_at(int folder, const char *path, char *into, size_t size) {
    int fd = openat(folder, path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return -1;
    ssize_t n = read(fd, into, size - 1);
    close(fd);
    into[n > 0 ? n : 0] = 0;
    return n;
}

struct process {
    char state;
    int parent;
    uint64_t cpu_us, started, resident;
};

static bool read_process(int proc, const char *pid, struct process *p) {
    char path[40], text[1024];
    snprintf(path, sizeof path, "%.16s/stat", pid);
    if (read_at(proc, path, text, sizeof text) <= 0) return false;
    const char *after_name = strrchr(text, ')'); /* the name may hold anything, brackets included */
    unsigned long utime, stime;
    unsigned long long started;
    long resident;
    if (!after_name || sscanf(after_name + 2, "%c %d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu %*d %*d %*d %*d %*d %*d %llu %*u %ld", &p->state, &p->parent, &utime, &stime,
                              &started, &resident) != 6)
        return false;
    const uint64_t tick_us = 1000000u / (uint64_t)sysconf(_SC_CLK_TCK);
    p->cpu_us = (utime + stime) * tick_us;
    p->started = started;
    p->resident = (uint64_t)resident * (uint64_t)sysconf(_SC_PAGESIZE);
    return true;
}

/* Time its threads spent ready but without a CPU: the longest of them. */
static uint64_t waited_us(int proc, const char *pid) {
    char path[40], text[128];
    uint64_t longest = 0;
    snprintf(path, sizeof path, "%.16s/task", pid);
    int fd = openat(proc, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *d = fd < 0 ? NULL : fdopendir(fd);
    unsigned budget = 64;
    for (struct dirent *e; d && budget > 0 && (e = readdir(d));) {
        if (!isdigit((unsigned char)e->d_name[0])) continue;
        budget--;
        unsigned long long ran, waited;
        snprintf(path, sizeof path, "%.16s/schedstat", e->d_name);
        if (read_at(dirfd(d), path, text, sizeof text) > 0 && sscanf(text, "%llu %llu", &ran, &waited) == 2 && waited / 1000 > longest) longest = waited / 1000;
    }
    if (d) closedir(d);
    return longest;
}

/* Shared pages counted once: what the plain sum of resident sizes gets wrong for programs that fork. */
static uint64_t proportional(int proc, const char *pid, uint64_t otherwise) {
    char path[40], text[2048];
    unsigned long kib;
    snprintf(path, sizeof path, "%.16s/smaps_rollup", pid);
    if (read_at(proc, path, text, sizeof text) <= 0) return otherwise;
    const char *line = strstr(text, "\nPss:");
    return line && sscanf(line, "\nPss: %lu kB", &kib) == 1 ? (uint64_t)kib * 1024u : otherwise;
}

/* Remembers the CPU time of every process ever seen: one that is gone keeps what it had used when last looked at. */
static void remember(struct run *run, pid_t pid, const struct process *p) {
    for (size_t i = 0; i < run->seen_count; i++) {
        if (run->seen[i].pid == pid && run->seen[i].started == p->started) {
            run->sampled_cpu_us += p->cpu_us - run->seen[i].cpu_us;
            run->seen[i].cpu_us = p->cpu_us;
            return;
        }
    }
    if (run->seen_count == run->seen_room) {
        run->seen_room = run->seen_room ? run->seen_room * 2 : 16;
        run->seen = must_grow(run->seen, run->seen_room * sizeof *run->seen);
    }
    run->seen[run->seen_count++] = (struct seen){pid, p->started, p->cpu_us};
    run->sampled_cpu_us += p->cpu_us;
}

static uint64_t private_files(const struct run *run) {
    struct statfs s;
    if (run->box->level != LEVEL_NAMESPACES || fstatfs(run->init_fds[INIT_TMPFS], &s) < 0) return 0;
    return (uint64_t)(s.f_blocks - s.f_bfree) * (uint64_t)s.f_bsize;
}

static bool belongs(const struct run *run, int proc, const char *pid) {
    if (run->box->level == LEVEL_NAMESPACES) return strcmp(pid, "1") != 0;
    struct stat s;
    return fstatat(proc, pid, &s, 0) == 0 && s.st_uid == run->lane->uid;
}

unsigned sample_run(struct run *run) {
    bool namespaces = run->box->level == LEVEL_NAMESPACES;
    int fd = namespaces ? openat(run->init_fds[INIT_PROC], ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) : open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *d = fd < 0 ? NULL : fdopendir(fd);
    uint64_t resident = 0, shared_once = 0, delay = 0;
    bool precise = false;
    unsigned alive = 0;
again:
    for (struct dirent *e; d && (e = readdir(d));) {
        struct process p;
        if (!isdigit((unsigned char)e->d_name[0]) || !belongs(run, fd, e->d_name) || !read_process(fd, e->d_name, &p)) continue;
        if (precise) {
            shared_once += proportional(fd, e->d_name, p.resident);
            continue;
        }
        remember(run, (pid_t)atoi(e->d_name), &p);
        resident += p.resident;
        uint64_t waited = waited_us(fd, e->d_name);
        if (waited > delay) delay = waited;
        if (p.state != 'Z' && p.state != 'X') alive++;
    }
    if (!run->lane->cgroup.version && !precise && alive > 1 && resident > run->program->limits.memory && d) {
        precise = true;
        rewinddir(d);
        goto again;
    }
    if (d) closedir(d);
    uint64_t memory = (precise ? shared_once : resident) + private_files(run);
    if (memory > run->sampled_peak) run->sampled_peak = memory;
    if (delay > run->delay_us) run->delay_us = delay;
    return alive;
}

uint64_t resident_size(pid_t pid) {
    char path[40];
    struct process p = {0};
    int proc = open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    snprintf(path, sizeof path, "%d", (int)pid);
    bool known = proc >= 0 && read_process(proc, path, &p);
    if (proc >= 0) close(proc);
    return known ? p.resident : 0;
}

static uint64_t most(uint64_t a, uint64_t b) { return a > b ? a : b; }

uint64_t run_cpu_us(const struct run *run) {
    if (run->lane->cgroup.version) return cgroup_cpu_us(&run->lane->cgroup);
    return most(run->sampled_cpu_us, run->child_cpu_us + run->init_cpu_us);
}

uint64_t run_peak(const struct run *run) {
    if (run->lane->cgroup.version) return cgroup_peak(&run->lane->cgroup);
    uint64_t peak = most(run->sampled_peak, run->child_peak);
    uint64_t start = run->zygote ? run->zygote->resident : 0;
    return peak > start ? peak - start : 0;
}

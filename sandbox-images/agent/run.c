/* The life of a case: prepare each program's jail and pipes, start them, watch, clean up, report. */
#define _GNU_SOURCE
#include "agent.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define REPORT_LIMIT ((size_t)64 << 20)
/* Address space is only a second fence, far above the memory limit: threads and libraries reserve a lot and touch little. */
#define ADDRESS_SPACE_FACTOR 4u
#define ADDRESS_SPACE_EXTRA ((uint64_t)4 << 30)

static void close_if_open(int *fd) {
    if (*fd >= 0) close(*fd);
    *fd = -1;
}

static void open_capture(struct capture *c, int *child_end, size_t limit) {
    int p[2];
    if (pipe2(p, O_CLOEXEC) < 0) die("cannot make a pipe: %s", strerror(errno));
    if (fcntl(p[0], F_SETFL, O_NONBLOCK) < 0) die("cannot make a pipe non-blocking: %s", strerror(errno));
    c->fd = p[0];
    c->limit = limit;
    *child_end = p[1];
}

/* Gone once it was read, unlike a file. */
static int open_secret(const struct program *p) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0) die("cannot make a pipe: %s", strerror(errno));
    must_write(ends[1], p->input.data, p->input.size, "the secret of a run");
    close(ends[1]);
    return ends[0];
}

/* A sealed file in memory: read at any speed without waking us, and only ever this run's input. */
static int open_input(const struct program *p) {
    if (p->tells) return open_secret(p);
    if (p->input.size == 0) return open("/dev/null", O_RDONLY | O_CLOEXEC);
    int fd = memfd_create("stdin", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (fd < 0) die("cannot make the input file: %s", strerror(errno));
    must_write(fd, p->input.data, p->input.size, "the input of a run");
    if (lseek(fd, 0, SEEK_SET) < 0 || fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) < 0)
        die("cannot seal the input file: %s", strerror(errno));
    return fd;
}

static enum zygote_kind zygote_kind(const struct program *p) { return p->runner == RUN_SCRIPT ? ZYGOTE_SCRIPT : p->runner == RUN_WARM ? ZYGOTE_COMMAND : ZYGOTE_HARNESS; }

static void prepare(struct run *run, const struct box *box, struct lane *lane, const struct program *program, int link) {
    *run = (struct run){.box = box, .lane = lane, .program = program, .zygote = program->runner == RUN_EXEC ? NULL : &lane->zygotes[zygote_kind(program)], .control = -1, .far_end = -1, .status_fd = -1, .listener = -1};
    run->out.fd = run->err.fd = run->report.fd = -1;
    for (int i = 0; i < INIT_FDS; i++) run->init_fds[i] = -1;
    for (int i = 0; i < JAIL_FDS; i++) run->child_fds[i] = -1;
    bool reports = program->runner == RUN_FUNCTION || program->runner == RUN_JUDGE || program->reports;
    run->child_fds[FD_IN] = open_input(program);
    open_capture(&run->out, &run->child_fds[FD_OUT], program->limits.output);
    open_capture(&run->err, &run->child_fds[FD_ERR], program->limits.output);
    if (reports) open_capture(&run->report, &run->child_fds[FD_REPORT], REPORT_LIMIT);
    run->child_fds[FD_LINK] = link;
    int status[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, status) < 0) die("cannot make a socket pair: %s", strerror(errno));
    run->status_fd = status[0];
    run->child_fds[FD_STATUS] = status[1];

    const struct limits *l = &program->limits;
    bool namespaces = box->level == LEVEL_NAMESPACES;
    run->jail = (struct jail){
        .uid = (uint32_t)lane->uid,
        .landlock = namespaces ? 0 : (uint32_t)box->landlock_abi,
        .protect_from_oom = cgroup_counts_oom_kills(&lane->cgroup),
        .has_report = reports,
        .has_link = link >= 0,
        .executed = program->runner == RUN_EXEC,
        .cpu_seconds = (l->cpu_us + 999999) / 1000000 + 1,
        .address_space = program->no_fence ? 0 : l->memory * ADDRESS_SPACE_FACTOR + ADDRESS_SPACE_EXTRA,
        .file_size = l->file_size,
        .open_files = l->open_files,
        /* Where the agent has the same user, its own processes are counted too. */
        .processes = l->processes + (box->same_uid ? 8u : 0u),
        .stack = l->stack,
    };
    snprintf(run->jail.folder, sizeof run->jail.folder, "%s/work", namespaces ? "" : lane->home);
}

static bool spawn_at_uid_level(struct run *run) {
    pid_t pid = fork();
    if (pid < 0) die("cannot fork: %s", strerror(errno));
    if (pid == 0) {
        if (!cgroup_join(&run->lane->cgroup)) jail_fail(run->child_fds[FD_STATUS], "join the control group", errno);
        run_exec(run);
    }
    run->main_pid = pid;
    return true;
}

static bool launch(struct run *run) {
    if (run->program->runner == RUN_EXEC) {
        if (run->box->level == LEVEL_UID) return spawn_at_uid_level(run);
        return send(run->control, "g", 1, MSG_NOSIGNAL) == 1;
    }
    int fds[3 + JAIL_FDS];
    size_t n = 0;
    if (run->box->level == LEVEL_NAMESPACES) {
        fds[n++] = run->init_fds[INIT_PIDNS];
        fds[n++] = run->init_fds[INIT_MNTNS];
    }
    /* A message cannot carry a gap: the input stands in for a descriptor that the program does not get. */
    for (int i = 0; i < JAIL_FDS; i++) fds[n++] = run->child_fds[i] >= 0 ? run->child_fds[i] : run->child_fds[FD_IN];
    return zygote_spawn(run, fds, n);
}

static bool start(struct run *run, char *why, size_t size) {
    if (run->zygote && run->zygote->pid <= 0 && !zygote_start(run->box, run->lane, zygote_kind(run->program))) {
        run->lost = true;
        return true;
    }
    cgroup_begin(&run->lane->cgroup, &run->program->limits, run->zygote ? run->zygote->share : 0);
    run->started_us = now_us();
    if (run->box->level == LEVEL_NAMESPACES) {
        if (!init_start(run, why, size)) return false;
    } else if (!sweep_and_fill(run)) {
        snprintf(why, size, "cannot prepare the private folder of a run");
        return false;
    }
    run->started_us = now_us();
    run->launched = launch(run);
    if (!run->launched) run->lost = true;
    for (int i = 0; i < JAIL_FDS; i++) close_if_open(&run->child_fds[i]);
    return true;
}

void run_kill(struct run *run) {
    if (run->box->level == LEVEL_UID) {
        /* It may be so young that it has not changed its user yet. */
        if (run->main_pid > 0 && !run->reaped) kill(run->main_pid, SIGKILL);
        if (!sweep_processes(run->lane->uid)) die("processes of user %u cannot be killed", run->lane->uid);
        return;
    }
    if (run->init_pid > 0) kill(run->init_pid, SIGKILL);
}

/* When the interpreter was lost, its last fork has become our child, and the init goes only after it was waited for. */
static void await_init(struct run *run) {
    struct rusage usage = {0};
    for (pid_t pid = 0; pid != run->init_pid && (pid >= 0 || errno == EINTR);) {
        pid = wait4(run->lost ? -1 : run->init_pid, NULL, __WALL, &usage);
    }
    run->init_cpu_us = (uint64_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000u + (uint64_t)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

/* Where both programs of a case share a counter, the judge is taken for the victim only if it was killed itself. */
static uint32_t oom_kills(const struct run *run) {
    bool shared = run->lane->cgroup.version == 0, killed = run->ending == END_SIGNALLED && run->value == SIGKILL;
    return shared && run->lane->index > 0 && !killed ? 0 : cgroup_oom_kills(&run->lane->cgroup);
}

/* Nothing of the run is left when this returns: the kernel lets the first process of a pid namespace go only after every
 * other one in it; at level uid the sweep proves it. */
static void clean(struct run *run) {
    if (run->lost && run->zygote) zygote_stop(run->zygote);
    run_kill(run);
    if (run->init_pid > 0) await_init(run);
    if (!run->reaped) {
        await_reaped(run);
        if (run->box->level == LEVEL_UID) run_kill(run); /* what it started before it died */
    }
    capture_drain(&run->out);
    capture_drain(&run->err);
    capture_drain(&run->report);
    run->oom_kills = oom_kills(run);
    if (run->build && run->ending == END_EXITED && run->value == 0 && !artefact_collect(run)) {
        run->ending = END_LIMIT;
        run->value = RES_OUTPUT;
    }
    if (run->box->level == LEVEL_UID && !run->box->landlock_abi && !sweep_shared(run->lane->uid)) die("files of user %u cannot be removed", run->lane->uid);
    for (int i = 0; i < INIT_FDS; i++) close_if_open(&run->init_fds[i]);
    for (int i = 0; i < JAIL_FDS; i++) close_if_open(&run->child_fds[i]);
    close_if_open(&run->control);
    close_if_open(&run->far_end);
    close_if_open(&run->out.fd);
    close_if_open(&run->err.fd);
    close_if_open(&run->report.fd);
}

/* What a limit says beats how the program ended: a run that was over its limit is over it, however it exited. */
static void settle(struct run *run) {
    if (run->ending == END_LIMIT || run->ending == END_STOPPED) return;
    const struct limits *l = &run->program->limits;
    enum resource over;
    if (run->oom_kills > 0 || run_peak(run) > l->memory) {
        over = RES_MEMORY;
    } else if (run->out.cut || run->err.cut) {
        over = RES_OUTPUT;
    } else if (run_cpu_us(run) > l->cpu_us || (run->ending == END_SIGNALLED && run->value == SIGXCPU)) {
        over = RES_CPU;
    } else {
        return;
    }
    run->ending = END_LIMIT;
    run->value = over;
}

static void add_result(struct buffer *b, const struct run *run) {
    buffer_u8(b, (uint8_t)(run->ending - END_EXITED));
    buffer_u32(b, run->value);
    buffer_u64(b, run_cpu_us(run));
    buffer_u64(b, run->ended_us - run->started_us);
    buffer_u64(b, run_peak(run));
    buffer_u32(b, run->leftover);
    buffer_u32(b, run->oom_kills);
    buffer_u32(b, run->refused);
    buffer_u8(b, (uint8_t)((run->out.cut ? 1 : 0) | (run->err.cut ? 2 : 0) | (run->report.cut ? 4 : 0)));
    buffer_bytes(b, run->out.bytes.data, run->out.bytes.size);
    buffer_bytes(b, run->err.bytes.data, run->err.bytes.size);
    buffer_bytes(b, run->report.bytes.data, run->report.bytes.size);
}

static bool jail_failed(struct run *run, char *why, size_t size) {
    const char *step = jail_failure(run);
    if (step && run->program->runner == RUN_WARM) { /* counts as a loss: after some, it is executed */
        note("a fork of a warm command could not enter the jail: %s", step);
        zygote_stop(run->zygote);
        run->lost = true;
        return false;
    }
    if (step) snprintf(why, size, "cannot enter the jail: %s", step);
    return step != NULL;
}

static void release(struct run *run) {
    close_if_open(&run->status_fd);
    close_if_open(&run->listener);
    buffer_free(&run->out.bytes);
    buffer_free(&run->err.bytes);
    buffer_free(&run->report.bytes);
    buffer_free(&run->made);
    free(run->seen);
}

static enum run_result finish(struct run *runs, uint32_t count, enum watched watched, char *why, size_t size) {
    bool again = false;
    for (uint32_t i = 0; i < count; i++) {
        clean(&runs[i]);
        if (!*why && jail_failed(&runs[i], why, size)) continue;
        settle(&runs[i]);
        again |= runs[i].lost || runs[i].ending == END_NONE;
    }
    if (watched == WATCH_HOST_GONE) exit(0);
    if (watched == WATCH_CANCELLED) return RUN_CANCELLED;
    return *why ? RUN_FAILED : again ? RUN_AGAIN : RUN_OK;
}

/* Of a warm compiler nothing but its success is believed. */
static bool succeeded(const struct run *run) {
    return run->ending == END_EXITED && run->value == 0 && run->leftover == 0 && run->refused == 0;
}

static const struct program *chosen(struct box *box, const struct job_case *c, uint32_t i, bool warm) {
    if (warm) return warm_build(&c->programs[i]);
    return c->build.wanted ? &c->programs[i] : warm_run(box, &box->lanes[i], &c->programs[i]);
}

enum run_result run_case(struct box *box, const struct job_case *c, bool warm, struct inbox *in, int host_out) {
    struct run runs[MAX_PROGRAMS];
    char why[300] = "";
    int link[MAX_PROGRAMS] = {-1, -1};
    if (c->count > MAX_PROGRAMS) die("a case of %u programs", c->count);
    struct talk talk = {0};
    bool talks = c->count == 2 && c->programs[1].talks, linked = c->count == 2 && !talks;
    if (linked && socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, link) < 0) die("cannot make a socket pair: %s", strerror(errno));
    for (uint32_t i = 0; i < c->count; i++)
        prepare(&runs[i], box, &box->lanes[warm ? COMPILER_LANE : i], chosen(box, c, i, warm), link[i]);
    if (talks) talk_connect(&talk, runs);
    if (linked && (runs[0].far_end = fcntl(link[1], F_DUPFD_CLOEXEC, 0)) < 0) die("cannot keep an end of the link: %s", strerror(errno));
    if (c->build.wanted) runs[0].build = &c->build;
    bool started = true;
    enum watched watched = WATCH_OVER;
    for (uint32_t i = 0; started && i < c->count; i++) started = start(&runs[i], why, sizeof why);
    if (started) watched = watch(runs, c->count, &talk, in);
    talk_end(&talk);
    enum run_result result = finish(runs, c->count, watched, why, sizeof why);
    if (warm && result != RUN_CANCELLED && (result != RUN_OK || !succeeded(&runs[0]))) result = RUN_AGAIN;
    for (uint32_t i = 0; i < c->count; i++) {
        if (runs[i].program->runner == RUN_WARM) warm_served(runs[i].lane);
    }
    static const uint8_t answers[] = {[RUN_OK] = FRAME_RESULT, [RUN_FAILED] = FRAME_ERROR, [RUN_CANCELLED] = FRAME_CANCELLED};
    if (result != RUN_AGAIN) {
        struct buffer b = {0};
        if (result == RUN_OK) {
            buffer_u32(&b, c->count);
            for (uint32_t i = 0; i < c->count; i++) add_result(&b, &runs[i]);
            if (c->build.wanted) buffer_bytes(&b, runs[0].made.data, runs[0].made.size);
        } else if (result == RUN_FAILED) {
            buffer_bytes(&b, why, strlen(why));
        }
        write_frame(host_out, result == RUN_OK && c->build.wanted ? FRAME_BUILT : answers[result], &b);
        buffer_free(&b);
    }
    for (uint32_t i = 0; i < c->count; i++) release(&runs[i]);
    return result;
}

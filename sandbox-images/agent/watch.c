/* Following runs until they are over. Whoever stops a run writes down why, here and nowhere else. */
#define _GNU_SOURCE
#include "agent.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define FIRST_SAMPLE_US 2000u
#define LONGEST_SAMPLE_US 20000u
#define DISK_SAMPLE_US 100000u
/* Load on the machine excuses a run for this many times its wall limit. */
#define HARD_WALL_FACTOR 10u
/* Of a judge and its candidate, one that the other has left has this long to end as well. */
#define LEFT_ALONE_US 10000000u
#define INIT_GONE_MS 30
#define REAP_TIMEOUT_US 20000000u

static void end(struct run *run, enum ending ending, uint32_t value) {
    if (run->ending == END_NONE) {
        run->ending = ending;
        run->value = value;
    }
}

void run_stop(struct run *run, enum ending ending, uint32_t value) {
    if (run->main_over) return;
    end(run, ending, value);
    run->leftover = 0;
    run_kill(run);
    run->main_over = true;
    run->ended_us = now_us();
}

/* Reads what is there. At the limit the rest is left unread: the run is about to be killed for it. */
static void capture_read(struct capture *c) {
    static unsigned char chunk[65536];
    while (c->fd >= 0 && !c->cut) {
        ssize_t n = read(c->fd, chunk, sizeof chunk);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0 && errno == EAGAIN) return;
        if (n <= 0) {
            close(c->fd);
            c->fd = -1;
            return;
        }
        size_t room = c->limit - c->bytes.size, size = (size_t)n;
        if (size > room) {
            c->cut = true;
            size = room;
        }
        buffer_add(&c->bytes, chunk, size);
        if ((size_t)n < sizeof chunk) return;
    }
}

void capture_drain(struct capture *c) {
    while (c->fd >= 0 && !c->cut) {
        size_t before = c->bytes.size;
        capture_read(c);
        if (c->bytes.size == before) return;
    }
}

/* Somebody killed the init, and the kernel everything in its namespace: that says nothing about the program. */
static bool init_is_gone(const struct run *run) {
    siginfo_t dead = {0};
    for (int wait_ms = 0; wait_ms < INIT_GONE_MS; wait_ms++) {
        if (waitid(P_PID, (id_t)run->init_pid, &dead, WEXITED | WNOHANG | WNOWAIT | __WALL) < 0 || dead.si_pid != 0) return true;
        usleep(1000);
    }
    return false;
}

static void main_ended(struct run *run, int status, uint64_t cpu_us) {
    run->reaped = true;
    if (!run->main_over && run->init_pid > 0 && WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL && init_is_gone(run)) {
        run->lost = true;
        return;
    }
    run->child_cpu_us = cpu_us;
    if (run->main_over) return;
    run->ended_us = now_us();
    run->main_over = true;
    /* Before the kill: what a program leaves behind is worth knowing. */
    const struct cgroup *g = &run->lane->cgroup;
    bool alone = run->program->runner != RUN_EXEC && g->settled > 0 && cgroup_tasks(g) == g->settled;
    run->leftover = alone ? 0 : sample_run(run);
    if (WIFSIGNALED(status)) end(run, END_SIGNALLED, (uint32_t)WTERMSIG(status));
    else end(run, END_EXITED, (uint32_t)WEXITSTATUS(status));
}

/* The warm interpreter says: S and the process id of the fork; X, its status, CPU time and peak of memory. */
static void hear_zygote(struct run *run) {
    unsigned char m[32];
    ssize_t n = recv(run->zygote->socket, m, sizeof m, MSG_DONTWAIT);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) return;
    uint32_t word = 0;
    uint64_t cpu_us = 0;
    if (n >= 5) memcpy(&word, m + 1, 4);
    if (n == 5 && m[0] == 'S') {
        run->main_pid = (pid_t)word;
    } else if (n == 21 && m[0] == 'X') {
        memcpy(&cpu_us, m + 5, 8);
        memcpy(&run->child_peak, m + 13, 8);
        main_ended(run, (int)word, cpu_us);
    } else {
        run->lost = true;
    }
}

static void hear_init(struct run *run) {
    uint64_t m[3];
    ssize_t n = recv(run->control, m, sizeof m, MSG_DONTWAIT);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (n != (ssize_t)sizeof m) {
        run->lost = true;
        return;
    }
    run->child_peak = m[2];
    main_ended(run, (int)m[0], m[1]);
}

static void hear_child(struct run *run) {
    int status;
    struct rusage u;
    if (wait4(run->main_pid, &status, WNOHANG, &u) != run->main_pid) return;
    run->child_peak = (uint64_t)u.ru_maxrss * 1024;
    main_ended(run, status, (uint64_t)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) * 1000000u + (uint64_t)(u.ru_utime.tv_usec + u.ru_stime.tv_usec));
}

static bool forked_by_agent(const struct run *run) { return run->box->level == LEVEL_UID && run->program->runner == RUN_EXEC; }

void await_reaped(struct run *run) {
    uint64_t deadline = now_us() + REAP_TIMEOUT_US;
    /* One that was killed before it had changed its user is nobody's that a sweep looks for. */
    while (forked_by_agent(run) && run->main_pid > 0 && !run->reaped) run->reaped = waitpid(run->main_pid, NULL, __WALL) > 0 || errno != EINTR;
    while (run->zygote && run->launched && !run->reaped && !run->lost) {
        struct pollfd end_of_it = {.fd = run->zygote->socket, .events = POLLIN};
        if (poll(&end_of_it, 1, 1000) > 0) hear_zygote(run);
        if (run->box->level == LEVEL_UID && run->main_pid > 0 && !run->reaped) kill(run->main_pid, SIGKILL);
        if (now_us() > deadline) run->lost = true;
    }
}

static size_t add_polls(struct pollfd *polls, size_t n, const struct run *run) {
    const struct capture *all[] = {&run->out, &run->err, &run->report};
    for (int i = 0; i < 3; i++) {
        if (all[i]->fd >= 0 && !all[i]->cut) polls[n++] = (struct pollfd){.fd = all[i]->fd, .events = POLLIN};
    }
    if (run->main_over) return n;
    polls[n] = (struct pollfd){.fd = refusals_fd(run), .events = POLLIN};
    if (polls[n].fd >= 0) n++;
    if (forked_by_agent(run)) return n;
    polls[n++] = (struct pollfd){.fd = run->zygote ? run->zygote->socket : run->control, .events = POLLIN};
    return n;
}

static void hear(struct run *run) {
    capture_read(&run->out);
    capture_read(&run->err);
    capture_read(&run->report);
    if (run->out.cut || run->err.cut) run_stop(run, END_LIMIT, RES_OUTPUT);
    if (run->main_over) return;
    refusals_hear(run);
    if (forked_by_agent(run)) hear_child(run);
    else if (!run->zygote) hear_init(run);
    else hear_zygote(run);
}

/* CPU time that a judge used on behalf of the candidate's case, and time anyone spent waiting for a busy CPU, is not time
 * that the candidate wasted. */
static uint64_t excused_us(const struct run *runs, size_t count) {
    uint64_t excused = runs[0].delay_us;
    for (size_t i = 1; i < count; i++) excused += runs[i].delay_us + run_cpu_us(&runs[i]);
    return excused;
}

static void enforce(struct run *run, uint64_t excused, uint64_t now) {
    const struct limits *l = &run->program->limits;
    if (run->main_over) return;
    if (run_cpu_us(run) > l->cpu_us) run_stop(run, END_LIMIT, RES_CPU);
    else if (!run->lane->cgroup.version && run_peak(run) > l->memory) run_stop(run, END_LIMIT, RES_MEMORY);
    uint64_t wall = now - run->started_us;
    if (wall > l->wall_us && (wall - l->wall_us > excused || wall > l->wall_us * HARD_WALL_FACTOR)) run_stop(run, END_LIMIT, RES_WALL);
}

static void look(struct run *runs, size_t count, uint64_t now, uint64_t *next_disk) {
    for (size_t i = 0; i < count; i++) {
        struct run *run = &runs[i];
        if (run->main_over) continue;
        refusals_look(run);
        /* With a control group the processes matter only once waiting for a CPU may excuse something. */
        if (!run->lane->cgroup.version || now - run->started_us > run->program->limits.wall_us) sample_run(run);
    }
    uint64_t excused = excused_us(runs, count);
    for (size_t i = 0; i < count; i++) enforce(&runs[i], excused, now);
    if (runs[0].box->level == LEVEL_UID && now >= *next_disk) {
        for (size_t i = 0; i < count; i++) {
            if (!runs[i].main_over && sweep_over_disk(runs[i].lane, runs[i].program->limits.disk)) run_stop(&runs[i], END_LIMIT, RES_OUTPUT);
        }
        *next_disk = now_us() + DISK_SAMPLE_US;
    }
}

/* An ending program has closed its descriptors a while before anyone can wait for it. */
static bool has_closed_link(const struct run *run) {
    struct pollfd far_end = {.fd = run->far_end, .events = 0};
    return poll(&far_end, 1, 0) == 1 && (far_end.revents & POLLHUP);
}

/* When the judge is done, the candidate is not needed any more; when the candidate is gone, the judge has little to do.
 * A candidate that is about to be gone may be the very reason that the judge is done: how it ends is then the verdict,
 * which must not depend on who of the two is quicker. */
static void pair_up(struct run *runs, size_t count, uint64_t now) {
    if (count != 2 || runs[1].program->talks) return;
    struct run *candidate = &runs[0], *judge = &runs[1];
    if (judge->main_over && !candidate->main_over && (now - judge->ended_us > LEFT_ALONE_US || !has_closed_link(candidate)))
        run_stop(candidate, END_STOPPED, 0);
    if (candidate->main_over && !judge->main_over && (candidate->ending == END_LIMIT || now - candidate->ended_us > LEFT_ALONE_US))
        run_stop(judge, END_STOPPED, 0);
}

static bool all_over(const struct run *runs, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (runs[i].lost) return true;
        if (!runs[i].main_over) return false;
    }
    return true;
}

/* The next case may be sent ahead, and waits in the inbox. That this one is not wanted any more is heard at once. */
static enum watched hear_host(struct inbox *in) {
    enum inbox_state state = inbox_read(in);
    if (state == INBOX_ENDED) return WATCH_HOST_GONE;
    if (state != INBOX_FULL || inbox_type(in) != FRAME_CANCEL) return WATCH_GOES_ON;
    size_t size;
    free(inbox_take(in, &size));
    return WATCH_CANCELLED;
}

enum watched watch(struct run *runs, size_t count, struct talk *talk, struct inbox *in) {
    uint64_t pause = FIRST_SAMPLE_US, next = now_us() + pause, next_disk = now_us() + DISK_SAMPLE_US;
    while (!all_over(runs, count)) {
        struct pollfd polls[1 + 5 * MAX_PROGRAMS] = {{.fd = in->fd, .events = inbox_full(in) ? 0 : POLLIN}};
        size_t n = 1;
        bool waits_for_child = false;
        for (size_t i = 0; i < count; i++) {
            n = add_polls(polls, n, &runs[i]);
            waits_for_child |= !runs[i].main_over && forked_by_agent(&runs[i]);
        }
        uint64_t now = now_us();
        int wait_ms = next > now ? (int)((next - now + 999) / 1000) : 0;
        if (waits_for_child && wait_ms > 1) wait_ms = 1;
        if (poll(polls, n, wait_ms) < 0 && errno != EINTR) die("cannot wait for a run: %s", strerror(errno));
        if (polls[0].revents & (POLLHUP | POLLERR)) return WATCH_HOST_GONE;
        enum watched heard = polls[0].revents & POLLIN ? hear_host(in) : WATCH_GOES_ON;
        if (heard != WATCH_GOES_ON) {
            for (size_t i = 0; i < count; i++) run_stop(&runs[i], END_STOPPED, 0);
            return heard;
        }
        for (size_t i = 0; i < count; i++) hear(&runs[i]);
        now = now_us();
        if (now >= next) {
            look(runs, count, now, &next_disk);
            pause = pause * 2 > LONGEST_SAMPLE_US ? LONGEST_SAMPLE_US : pause * 2;
            next = now_us() + pause;
        }
        pair_up(runs, count, now);
        talk_follow(talk, runs);
    }
    return WATCH_OVER;
}

/* The warm interpreters: one of each kind per lane, started on first use (a compiler: ahead of it, see warm.c). Each waits in its start-up phase for a message with a
 * jail and descriptors, forks, and the child goes on to be the program (see forkserver.c). */
#define _GNU_SOURCE
#include "agent.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define START_TIMEOUT_MS 60000
#define ZYGOTE_SOCKET 3
#define MAX_PASSED 12

/* An ordinary user's box has no root inside, and a program that is not root loses its capabilities when it is executed,
 * unless they are ambient. */
static void keep_capabilities(void) {
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
    struct __user_cap_data_struct sets[2];
    if (syscall(SYS_capget, &header, sets) < 0) die("cannot read the capabilities: %s", strerror(errno));
    for (int i = 0; i < 2; i++) sets[i].inheritable = sets[i].permitted;
    if (syscall(SYS_capset, &header, sets) < 0) die("cannot keep the capabilities: %s", strerror(errno));
    for (unsigned long cap = 0; cap < 64; cap++) {
        if (sets[cap / 32].permitted & (1u << (cap % 32))) prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, cap, 0, 0);
    }
}

/* It starts where its forks will be: what it knows of its working directory has to be true of theirs. There it warms up, by
 * doing what they will do, and so needs room for files. Nobody else sees them. */
static void mount_workshop(void) {
    if (unshare(CLONE_NEWNS) < 0 || mount("warm", "/work", "tmpfs", MS_NOSUID | MS_NODEV, "mode=0755,size=16m") < 0)
        die("cannot mount a tmpfs to warm up in: %s", strerror(errno));
    if (chdir("/work") < 0) die("cannot change to /work: %s", strerror(errno));
}

static _Noreturn void execute_command(const struct box *box, const struct lane *lane) {
    /* Where the jail puts a link and its status: the command must not have anything of its own there. */
    if (dup2(STDIN_FILENO, FD_LINK) < 0 || dup2(STDIN_FILENO, FD_STATUS) < 0) die("cannot place descriptors: %s", strerror(errno));
    if (lane->index == COMPILER_LANE) mount_workshop();
    int e = refuse_shared_queues();
    if (e) die("cannot refuse io_uring: %s", strerror(e));
    char library[300];
    snprintf(library, sizeof library, "%s/libgrader_fork.so", box->level == LEVEL_NAMESPACES ? "/opt/grader" : box->support);
    char *const argv[] = {(char *)(uintptr_t)lane->warm.command, library, NULL};
    char *const env[] = {(char *)(uintptr_t) "PATH=/usr/local/bin:/usr/bin:/bin", (char *)(uintptr_t) "HOME=/tmp", (char *)(uintptr_t) "LANG=C.UTF-8",
                         (char *)(uintptr_t) "LD_BIND_NOW=1", NULL};
    execve(argv[0], argv, env);
    die("cannot execute %s: %s", argv[0], strerror(errno));
}

static _Noreturn void become_zygote(const struct box *box, const struct lane *lane, enum zygote_kind kind, int socket, int words) {
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    /* Whatever the agent's caller ignores (nohup: hang-ups) or blocks: programs start as from a shell. */
    if (reset_signals()) die("cannot reset the signals: %s", strerror(errno));
    if (!cgroup_join(&lane->cgroup)) die("cannot enter the control group: %s", strerror(errno));
    /* Of the kinds that the programs will have, so that the streams it makes of them at start fit theirs. */
    int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (null < 0 || dup2(null, 0) < 0 || dup2(words, 1) < 0 || dup2(words, 2) < 0) die("cannot place the streams: %s", strerror(errno));
    int high = fcntl(socket, F_DUPFD_CLOEXEC, 64);
    if (high < 0 || dup2(high, ZYGOTE_SOCKET) < 0) die("cannot place the socket: %s", strerror(errno));
    if (syscall(SYS_close_range, ZYGOTE_SOCKET + 1u, ~0u, 0u) < 0) die("cannot close descriptors: %s", strerror(errno));
    /* The kernel leaves room for the stack when a program is executed; a fork can only use what was left then. */
    struct rlimit stack = {.rlim_cur = (rlim_t)1 << 30, .rlim_max = RLIM_INFINITY};
    getrlimit(RLIMIT_STACK, &stack);
    rlim_t wanted = (rlim_t)1 << 30;
    stack.rlim_cur = stack.rlim_max == RLIM_INFINITY || stack.rlim_max > wanted ? wanted : stack.rlim_max;
    setrlimit(RLIMIT_STACK, &stack);
    if (box->level == LEVEL_NAMESPACES && box->same_uid) keep_capabilities();

    if (kind == ZYGOTE_COMMAND) execute_command(box, lane);
    const char *base = box->level == LEVEL_NAMESPACES ? "" : lane->home;
    char script[300], support[300], role[32], tmpdir[300];
    snprintf(script, sizeof script, "%s/work/solution.py", base);
    snprintf(support, sizeof support, "PYTHONPATH=%s", box->level == LEVEL_NAMESPACES ? "/opt/grader" : box->support);
    snprintf(role, sizeof role, "GRADER_ROLE=%s", kind == ZYGOTE_SCRIPT ? "script" : lane->index == 0 ? "candidate" : "judge");
    snprintf(tmpdir, sizeof tmpdir, "TMPDIR=%s/tmp", base);
    char *const argv[] = {(char *)(uintptr_t) "python3", script, NULL};
    char *const env[] = {(char *)(uintptr_t) "PATH=/usr/local/bin:/usr/bin:/bin",
                         (char *)(uintptr_t) "HOME=/tmp",
                         (char *)(uintptr_t) "LANG=C.UTF-8",
                         (char *)(uintptr_t) "PYTHONHASHSEED=0",
                         (char *)(uintptr_t) "LD_BIND_NOW=1", /* or every fork looks the same symbols up again */
                         (char *)(uintptr_t) "OMP_NUM_THREADS=1",
                         (char *)(uintptr_t) "OPENBLAS_NUM_THREADS=1",
                         tmpdir, support, role, NULL};
    execve(box->python, argv, env);
    die("cannot execute %s: %s", box->python, strerror(errno));
}

void zygote_begin(const struct box *box, struct lane *lane, enum zygote_kind kind) {
    struct zygote *zygote = &lane->zygotes[kind];
    int pair[2], words[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0) die("cannot make a socket pair: %s", strerror(errno));
    if (pipe2(words, O_CLOEXEC) < 0) die("cannot make a pipe: %s", strerror(errno));
    cgroup_lift(&lane->cgroup);
    uint64_t before = cgroup_held(&lane->cgroup);
    pid_t pid = fork();
    if (pid < 0) die("cannot fork: %s", strerror(errno));
    if (pid == 0) become_zygote(box, lane, kind, pair[1], words[1]);
    close(pair[1]);
    close(words[1]);
    *zygote = (struct zygote){.socket = pair[0], .pid = pid, .listener = -1, .words = words[0], .before = before};
}

static void complain(struct zygote *zygote) {
    char text[2000];
    int words = fcntl(zygote->words, F_DUPFD_CLOEXEC, 0);
    zygote_stop(zygote);
    ssize_t n = read(words, text, sizeof text);
    note("a warm interpreter did not become ready: %.*s", (int)(n > 0 ? n : 0), text);
    close(words);
}

bool zygote_await(struct lane *lane, enum zygote_kind kind, int timeout_ms) {
    struct zygote *zygote = &lane->zygotes[kind];
    if (zygote->pid <= 0 || zygote->words < 0) return zygote->pid > 0;
    struct pollfd ready = {.fd = zygote->socket, .events = POLLIN};
    char answer = 0;
    bool said = poll(&ready, 1, timeout_ms) == 1;
    if (!said && timeout_ms == 0) return false;
    if (!said || receive_descriptor(zygote->socket, &answer, 1, &zygote->listener) != 1 || answer != 'R') {
        complain(zygote);
        return false;
    }
    close(zygote->words);
    zygote->words = -1;
    cgroup_settle(&lane->cgroup);
    /* A program that asks for a command is given its memory limit with room for its runtime: it has the same, however it starts. */
    bool counts = kind == ZYGOTE_COMMAND && lane->index != COMPILER_LANE;
    uint64_t now = cgroup_held(&lane->cgroup);
    zygote->share = counts && now > zygote->before ? now - zygote->before : 0;
    zygote->resident = counts ? 0 : resident_size(zygote->pid);
    return true;
}

bool zygote_start(const struct box *box, struct lane *lane, enum zygote_kind kind) {
    zygote_begin(box, lane, kind);
    return zygote_await(lane, kind, START_TIMEOUT_MS);
}

void zygote_stop(struct zygote *zygote) {
    if (zygote->pid <= 0) return;
    kill(zygote->pid, SIGKILL);
    while (waitpid(zygote->pid, NULL, 0) < 0 && errno == EINTR) {
    }
    close(zygote->socket);
    if (zygote->listener >= 0) close(zygote->listener);
    if (zygote->words >= 0) close(zygote->words);
    zygote->pid = 0;
}

static void add_word(struct buffer *message, const char *word) { buffer_add(message, word, strlen(word) + 1); }

/* What an executed program would be given: Python finds its own. */
static void add_command(struct buffer *message, const struct run *run, struct fork_request *request) {
    char *env[MOST_VARIABLES] = {0};
    for (uint32_t i = 0; i < run->program->argc; i++) {
        char *word = expanded(run->box, &run->program->argv[i]);
        add_word(message, word);
        free(word);
    }
    for (make_environment(run, env); env[request->envc]; free(env[request->envc++])) add_word(message, env[request->envc]);
    for (const char *path; run->jail.landlock && (path = landlock_shown(request->shown)); request->shown++) add_word(message, path);
}

static void add_arguments(struct buffer *message, const struct program *program) {
    for (uint32_t i = 0; i < program->argc; i++) {
        buffer_add(message, program->argv[i].data, program->argv[i].size);
        buffer_u8(message, 0);
    }
}

/* See struct fork_request. */
bool zygote_spawn(const struct run *run, const int *fds, size_t nfds) {
    struct buffer words = {0}, message = {0};
    const struct program *program = run->program;
    struct fork_request request = {
        .runner = (uint32_t)program->runner, .namespaces = (uint32_t)(nfds - (size_t)JAIL_FDS), .argc = program->argc, .jail = run->jail};
    if (program->runner == RUN_WARM) add_command(&words, run, &request);
    else add_arguments(&words, program);
    buffer_add(&message, &request, sizeof request);
    buffer_add(&message, words.data, words.size);
    buffer_free(&words);
    char space[CMSG_SPACE(sizeof(int) * MAX_PASSED)];
    memset(space, 0, sizeof space);
    struct iovec part = {message.data, message.size};
    struct msghdr whole = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = space, .msg_controllen = CMSG_SPACE(sizeof(int) * nfds)};
    struct cmsghdr *c = CMSG_FIRSTHDR(&whole);
    if (!c || nfds > MAX_PASSED) die("%zu descriptors are too many for one message", nfds);
    c->cmsg_level = SOL_SOCKET;
    c->cmsg_type = SCM_RIGHTS;
    c->cmsg_len = CMSG_LEN(sizeof(int) * nfds);
    memcpy(CMSG_DATA(c), fds, sizeof(int) * nfds);
    ssize_t sent = sendmsg(run->zygote->socket, &whole, MSG_NOSIGNAL);
    buffer_free(&message);
    return sent >= 0;
}

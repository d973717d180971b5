/* The first process of a run's own namespaces. It mounts what the run may write to, puts the run's files there, hands the
 * agent what it needs to watch and to let others in, and then buries orphans until it is killed, which ends everything
 * else in its pid namespace. Programs that are executed (not forked from a warm interpreter) are its children. */
#define _GNU_SOURCE
#include "agent.h"

#include <errno.h>
#include <fcntl.h>
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
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define INODES_PER_MIB 64
#define READY_TIMEOUT_MS 30000

static _Noreturn void give_up(int control, const char *step) {
    char text[160];
    int n = snprintf(text, sizeof text, "!%s: %s", step, strerror(errno));
    if (send(control, text, (size_t)n, MSG_NOSIGNAL) < 0) { /* the agent is gone as well */
    }
    _exit(125);
}

void write_run_files(int folder, const struct run *run) {
    for (uint32_t i = 0; i < run->program->nfiles; i++) {
        const struct file *f = &run->program->files[i];
        char name[101];
        memcpy(name, f->name.data, f->name.size);
        name[f->name.size] = 0;
        int fd = openat(folder, name, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0644);
        if (fd < 0) die("cannot write %s: %s", name, strerror(errno));
        must_write(fd, f->content.data, f->content.size, name);
        close(fd);
    }
    /* What was built is the candidate; a judge brings its own files. */
    if ((run->program->runner == RUN_EXEC || run->program->runner == RUN_WARM) && run->lane->index == 0) artefact_link(folder, run);
}

static uint64_t content_size(const struct program *p) {
    uint64_t size = 0;
    for (uint32_t i = 0; i < p->nfiles; i++) size += p->files[i].content.size;
    return size;
}

/* One tmpfs behind /work, /tmp and /dev/shm, so that one size limits them together. */
static void mount_private(const struct run *run, int control) {
    char options[128];
    uint64_t size = run->program->limits.disk + content_size(run->program) + ((uint64_t)1 << 20);
    uint64_t inodes = 1024 + (run->program->limits.disk >> 20) * INODES_PER_MIB;
    snprintf(options, sizeof options, "mode=0755,size=%llu,nr_inodes=%llu", (unsigned long long)size, (unsigned long long)inodes);
    if (mount("run", "/box", "tmpfs", MS_NOSUID | MS_NODEV, options) < 0) give_up(control, "mount the private tmpfs");
    static const struct {
        const char *from, *to;
        mode_t mode;
    } parts[] = {{"/box/work", "/work", 0755}, {"/box/tmp", "/tmp", 01777}, {"/box/shm", "/dev/shm", 01777}};
    uid_t owner = run->lane->uid == UINT32_MAX ? geteuid() : run->lane->uid;
    for (size_t i = 0; i < 3; i++) {
        if (mkdir(parts[i].from, 0700) < 0 || chmod(parts[i].from, parts[i].mode) < 0) give_up(control, "make the private folders");
        if (chown(parts[i].from, owner, run->lane->uid == UINT32_MAX ? getegid() : owner) < 0) give_up(control, "give away the private folders");
        if (mount(parts[i].from, parts[i].to, NULL, MS_BIND, NULL) < 0) give_up(control, "mount the private folders");
    }
    if (mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL) < 0) give_up(control, "mount /proc");
}

static void hand_over(int control) {
    int fds[INIT_FDS];
    static const char *const paths[INIT_FDS] = {"/proc", "/box", "/proc/self/ns/pid", "/proc/self/ns/mnt"};
    for (int i = 0; i < INIT_FDS; i++) {
        fds[i] = open(paths[i], O_RDONLY | O_CLOEXEC);
        if (fds[i] < 0) give_up(control, paths[i]);
    }
    if (umount2("/box", MNT_DETACH) < 0) give_up(control, "hide the private tmpfs");
    char space[CMSG_SPACE(sizeof fds)];
    memset(space, 0, sizeof space);
    char ok = '+';
    struct iovec part = {&ok, 1};
    struct msghdr m = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = space, .msg_controllen = sizeof space};
    struct cmsghdr *c = CMSG_FIRSTHDR(&m);
    c->cmsg_level = SOL_SOCKET;
    c->cmsg_type = SCM_RIGHTS;
    c->cmsg_len = CMSG_LEN(sizeof fds);
    memcpy(CMSG_DATA(c), fds, sizeof fds);
    if (sendmsg(control, &m, MSG_NOSIGNAL) < 0) give_up(control, "hand over the namespaces");
    for (int i = 0; i < INIT_FDS; i++) close(fds[i]);
}

static _Noreturn void bury(int control, pid_t main_pid) {
    sigset_t children;
    sigemptyset(&children);
    sigaddset(&children, SIGCHLD);
    for (;;) {
        int status;
        struct rusage usage;
        pid_t pid = wait4(-1, &status, __WALL, &usage);
        if (pid == main_pid && pid > 0) {
            uint64_t message[3] = {(uint64_t)status, (uint64_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000u +
                                                         (uint64_t)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec),
                                   (uint64_t)usage.ru_maxrss * 1024};
            if (send(control, message, sizeof message, MSG_NOSIGNAL) < 0) _exit(125);
        }
        if (pid < 0) {
            int s;
            sigwait(&children, &s);
        }
    }
}

/* Descriptors that this process inherited and must not keep, lest the run hold its own pipes open. */
static void keep_only(int control) {
    if (control > 3) syscall(SYS_close_range, 3u, (unsigned)control - 1u, 0u);
    syscall(SYS_close_range, (unsigned)control + 1u, ~0u, 0u);
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (null >= 0) {
        dup2(null, 0);
        dup2(null, 1);
        close(null);
    }
}

static _Noreturn void be_init(struct run *run, int control) {
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    sigset_t children;
    sigemptyset(&children);
    sigaddset(&children, SIGCHLD);
    sigprocmask(SIG_BLOCK, &children, NULL);
    mount_private(run, control);
    int work = open("/work", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (work < 0) give_up(control, "open the working directory");
    write_run_files(work, run);
    close(work);
    hand_over(control);
    pid_t main_pid = -1;
    if (run->program->runner == RUN_EXEC) {
        char go;
        if (!cgroup_join(&run->lane->cgroup)) give_up(control, "join the control group");
        if (recv(control, &go, 1, 0) != 1) _exit(125);
        main_pid = fork();
        if (main_pid < 0) give_up(control, "fork");
        if (main_pid == 0) run_exec(run);
    }
    keep_only(control);
    bury(control, main_pid);
}

bool init_start(struct run *run, char *why, size_t why_size) {
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0) die("cannot make a socket pair: %s", strerror(errno));
    long pid = syscall(SYS_clone, (unsigned long)(CLONE_NEWPID | CLONE_NEWNS | SIGCHLD), NULL, NULL, NULL, 0ul);
    if (pid == 0) {
        close(pair[0]); /* or an agent that is killed before we ask for the signal would be waited for, with its caller's pipes open */
        be_init(run, pair[1]);
    }
    close(pair[1]);
    run->control = pair[0];
    if (pid < 0) {
        snprintf(why, why_size, "cannot make the namespaces of a run: %s", strerror(errno));
        return false;
    }
    run->init_pid = (pid_t)pid;
    char answer[200] = {0}, space[CMSG_SPACE(sizeof run->init_fds)];
    struct iovec part = {answer, sizeof answer - 1};
    struct msghdr m = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = space, .msg_controllen = sizeof space};
    struct pollfd ready = {.fd = run->control, .events = POLLIN};
    if (poll(&ready, 1, READY_TIMEOUT_MS) != 1 || recvmsg(run->control, &m, MSG_CMSG_CLOEXEC) < 1 || answer[0] != '+') {
        snprintf(why, why_size, "cannot prepare the file systems of a run: %s", answer[0] ? answer + 1 : "no answer");
        return false;
    }
    struct cmsghdr *c = CMSG_FIRSTHDR(&m);
    if (!c || c->cmsg_len != CMSG_LEN(sizeof run->init_fds)) die("the init of a run sent no descriptors");
    memcpy(run->init_fds, CMSG_DATA(c), sizeof run->init_fds);
    return true;
}

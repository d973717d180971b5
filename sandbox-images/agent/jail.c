#define _GNU_SOURCE
#include "jail.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define STATUS_PLACE 5 /* after 0, 1, 2, report and link; closed as the last step */

int grader_join_pidns(int fd) { return setns(fd, CLONE_NEWPID) == 0 ? 0 : errno; }

_Noreturn void jail_fail(int status, const char *step, int error) {
    char text[160];
    int n = snprintf(text, sizeof text, "%s: %s", step, strerror(error));
    if (write(status, text, (size_t)n) < 0) { /* nobody left to tell */
    }
    _exit(125);
}

/* First above everything that is in use, then down: a descriptor is never overwritten before it was moved. */
static int place_descriptors(const struct jail *jail, const int fds[JAIL_FDS]) {
    int high[JAIL_FDS];
    for (int i = 0; i < JAIL_FDS; i++) {
        bool wanted = fds[i] >= 0 && (i != FD_REPORT || jail->has_report) && (i != FD_LINK || jail->has_link);
        high[i] = wanted ? fcntl(fds[i], F_DUPFD, 64) : -1;
        if (wanted && high[i] < 0) return errno;
    }
    for (int i = 0; i < JAIL_FDS; i++) {
        if (high[i] < 0) {
            close(i);
        } else if (dup2(high[i], i) < 0) {
            return errno;
        }
    }
    if (fcntl(STATUS_PLACE, F_SETFD, FD_CLOEXEC) < 0) return errno;
    return syscall(SYS_close_range, STATUS_PLACE + 1u, ~0u, 0u) == 0 ? 0 : errno;
}

static int limit(__rlimit_resource_t what, uint64_t soft, uint64_t hard) {
    struct rlimit r;
    if (getrlimit(what, &r) < 0) return errno;
    rlim_t most = r.rlim_max;
    r.rlim_max = most != RLIM_INFINITY && hard > most ? most : (rlim_t)hard;
    r.rlim_cur = soft > r.rlim_max ? r.rlim_max : (rlim_t)soft;
    return setrlimit(what, &r) == 0 ? 0 : errno;
}

static int set_limits(const struct jail *jail) {
    int e = 0;
    /* One second above the real limit, which the agent enforces over all processes. */
    if (!e) e = limit(RLIMIT_CPU, jail->cpu_seconds + 1, jail->cpu_seconds + 2);
    if (!e && jail->address_space) e = limit(RLIMIT_AS, jail->address_space, jail->address_space);
    if (!e) e = limit(RLIMIT_FSIZE, jail->file_size, jail->file_size);
    if (!e) e = limit(RLIMIT_NOFILE, jail->open_files, jail->open_files);
    if (!e) e = limit(RLIMIT_NPROC, jail->processes, jail->processes);
    if (!e) e = limit(RLIMIT_STACK, jail->stack, jail->stack);
    if (!e) e = limit(RLIMIT_CORE, 0, 0);
    if (!e) e = limit(RLIMIT_MEMLOCK, 0, 0);
    if (!e) e = limit(RLIMIT_MSGQUEUE, 0, 0);
    return e;
}

static int volunteer_for_oom(void) {
    /* An undumpable process may not even write to its own files in /proc. */
    if (prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) < 0) return errno;
    int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (fd < 0) return errno;
    int e = write(fd, "1000", 4) == 4 ? 0 : errno;
    close(fd);
    return e;
}

static int drop_bounding_set(void) {
    for (unsigned long cap = 0; prctl(PR_CAPBSET_READ, cap, 0, 0, 0) >= 0; cap++) {
        if (prctl(PR_CAPBSET_DROP, cap, 0, 0, 0) < 0 && errno != EPERM) return errno;
    }
    return 0;
}

int grader_prepare(void) {
    int e = drop_bounding_set();
    return e ? e : prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 ? 0 : errno;
}

static int filter_calls(void) {
    int listener, e = install_filter(&listener);
    return e || listener < 0 ? e : send_descriptor(STATUS_PLACE, 'L', listener);
}

static int drop_rights(const struct jail *jail) {
    if (jail->uid != UINT32_MAX) {
        /* The C library would have every thread do the same, and those of a fork may not be there yet. */
        if (syscall(SYS_setgroups, 0ul, NULL) < 0 && errno != EPERM) return errno;
        if (syscall(SYS_setresgid, jail->uid, jail->uid, jail->uid) < 0) return errno;
        if (syscall(SYS_setresuid, jail->uid, jail->uid, jail->uid) < 0) return errno;
    }
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
    struct __user_cap_data_struct none[2];
    memset(none, 0, sizeof none);
    if (syscall(SYS_capset, &header, none) < 0) return errno;
    if (prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) < 0) return errno;
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 ? 0 : errno;
}

/* As the kernel has it: the C library refuses to touch the signals that it keeps for itself, and a JVM that started us may
 * have left even those ignored. */
int reset_signals(void) {
    static const unsigned long as_usual[4]; /* handler, flags, restorer, mask */
    for (int s = 1; s < NSIG; s++) {
        if (s != SIGKILL && s != SIGSTOP && syscall(SYS_rt_sigaction, s, as_usual, NULL, 8ul) < 0) return errno;
    }
    sigset_t none;
    sigemptyset(&none);
    return sigprocmask(SIG_SETMASK, &none, NULL) == 0 ? 0 : errno;
}

void grader_enter_jail(const struct jail *jail, int mntns, const int fds[JAIL_FDS]) {
    if (mntns >= 0 && setns(mntns, CLONE_NEWNS) < 0) jail_fail(fds[FD_STATUS], "join the namespaces", errno);
    int e;
    if ((e = place_descriptors(jail, fds))) jail_fail(fds[FD_STATUS], "place the descriptors", e);
    if (chdir(jail->folder) < 0) jail_fail(STATUS_PLACE, "change to the working directory", errno);
    setsid(); /* fails only where it already leads a session */
    umask(022);
    if (jail->executed && (e = reset_signals())) jail_fail(STATUS_PLACE, "reset the signals", e);
    if (jail->protect_from_oom && (e = volunteer_for_oom())) jail_fail(STATUS_PLACE, "set the oom score", e);
    if (jail->landlock && (e = confine_with_landlock(jail))) jail_fail(STATUS_PLACE, "confine with Landlock", e);
    if ((e = set_limits(jail))) jail_fail(STATUS_PLACE, "set the resource limits", e);
    if (jail->executed && (e = grader_prepare())) jail_fail(STATUS_PLACE, "take away what it does not need", e);
    if (jail->executed && (e = filter_calls())) jail_fail(STATUS_PLACE, "install the seccomp filter", e);
    if ((e = drop_rights(jail))) jail_fail(STATUS_PLACE, "drop the rights", e);
    /* A change of user clears both; without the first, /proc/self would belong to root. */
    if (prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) < 0) jail_fail(STATUS_PLACE, "become dumpable", errno);
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) < 0) jail_fail(STATUS_PLACE, "tie the life to the parent's", errno);
}

void grader_make_whole(int (*revive)(void)) {
    int e = revive ? revive() : 0;
    if (e) jail_fail(STATUS_PLACE, "bring back what the fork lost", e);
    close(STATUS_PLACE);
}

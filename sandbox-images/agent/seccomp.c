/* The system calls no judged program needs (denied.h), as one BPF program.
 *
 * A deny list, because a toolchain's runtime may need calls we never heard of, and a wrong refusal costs an honest
 * program its reward. What it must keep out is the network, other processes' memory, new namespaces and mounts, and the
 * parts of the kernel with the most bugs. Refused calls fail with an errno, so that a library that merely probes for a
 * feature goes on without it. */
#define _GNU_SOURCE
#include "denied.h"
#include "jail.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define NATIVE_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE_ARCH AUDIT_ARCH_AARCH64
#else
#error "no seccomp filter for this architecture yet"
#endif

#define ARG_LOW(n) ((unsigned)offsetof(struct seccomp_data, args[n]))
#define LOAD(offset) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (offset))
#define RETURN(value) BPF_STMT(BPF_RET | BPF_K, (value))
#define FAIL(error) (SECCOMP_RET_ERRNO | ((error) & SECCOMP_RET_DATA))
/* What is not there fails here, as libraries look for it all the time. What is forbidden is left to the agent, which counts
 * it and lets it fail with EPERM (refusals.c). */
#define FORBID RETURN(SECCOMP_RET_USER_NOTIF)
#define DENY(number, error) \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (number), 0, 1), RETURN((error) == EPERM ? SECCOMP_RET_USER_NOTIF : FAIL(error))

#define NAMESPACE_FLAGS                                                                                                \
    (CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET)

#if defined(__x86_64__)
#define NO_X32 BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000u, 0, 1), RETURN(SECCOMP_RET_KILL_PROCESS),
#else
#define NO_X32
#endif

/* Foreign ABIs are killed; then the number of the call is in the accumulator. */
#define NATIVE_CALL_NUMBER                                                                                             \
    LOAD(offsetof(struct seccomp_data, arch)), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NATIVE_ARCH, 1, 0),                 \
        RETURN(SECCOMP_RET_KILL_PROCESS), LOAD(offsetof(struct seccomp_data, nr)), NO_X32

#define DENY_NAMED(name, number, error) DENY(number, error),
/* Once per warm interpreter: its forks inherit it. A second filter for each fork would cost a tenth of a run. */
static const struct sock_filter filter[] = {
    NATIVE_CALL_NUMBER

    /* Only a pair of sockets that are connected to each other and to nothing else. */
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socketpair, 0, 4),
    LOAD(ARG_LOW(0)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 0, 1),
    RETURN(SECCOMP_RET_ALLOW),
    FORBID,

    /* Threads and processes, but no namespaces. */
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 4),
    LOAD(ARG_LOW(0)),
    BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, NAMESPACE_FLAGS, 0, 1),
    FORBID,
    RETURN(SECCOMP_RET_ALLOW),

    /* A warm interpreter and its forks enter the namespaces of a run by these types; afterwards they have no capability left,
     * and the kernel refuses them too. */
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_setns, 0, 5),
    LOAD(ARG_LOW(1)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, CLONE_NEWPID, 2, 0),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, CLONE_NEWNS, 1, 0),
    FORBID,
    RETURN(SECCOMP_RET_ALLOW),

    /* Filters of its own could hide from a program what it is refused, and from us what it did. */
    DENY(SYS_seccomp, EPERM),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_prctl, 0, 4),
    LOAD(ARG_LOW(0)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PR_SET_SECCOMP, 0, 1),
    FORBID,
    RETURN(SECCOMP_RET_ALLOW),

    /* Terminals: no pushing of characters into one, should a terminal ever be inherited. */
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_ioctl, 0, 4),
    LOAD(ARG_LOW(1)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PUSH_INTO_TERMINAL, 0, 1),
    FORBID,
    RETURN(SECCOMP_RET_ALLOW),

    /* Personalities weaken address randomisation; asking for the current one is harmless. */
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_personality, 0, 4),
    LOAD(ARG_LOW(0)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ASK_PERSONALITY, 0, 1),
    RETURN(SECCOMP_RET_ALLOW),
    FORBID,

    DENIED(DENY_NAMED, DENY_NAMED)

    RETURN(SECCOMP_RET_ALLOW),
};

int install_filter(int *listener) {
    struct sock_fprog whole = {.len = sizeof filter / sizeof filter[0], .filter = (struct sock_filter *)(uintptr_t)filter};
    *listener = (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &whole);
    if (*listener >= 0) return 0;
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &whole) == 0 ? 0 : errno;
}

/* libuv takes it for what is not there on older kernels, and waits for events in another way. */
static const struct sock_filter without_queues[] = {
    NATIVE_CALL_NUMBER
    DENY(SYS_io_uring_setup, ENOSYS),
    RETURN(SECCOMP_RET_ALLOW),
};

int refuse_shared_queues(void) {
    struct sock_fprog whole = {.len = sizeof without_queues / sizeof without_queues[0], .filter = (struct sock_filter *)(uintptr_t)without_queues};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0) return errno;
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &whole) == 0 ? 0 : errno;
}

int send_descriptor(int socket, char text, int fd) {
    char space[CMSG_SPACE(sizeof fd)];
    memset(space, 0, sizeof space);
    struct iovec part = {&text, 1};
    struct msghdr m = {.msg_iov = &part, .msg_iovlen = 1};
    if (fd >= 0) {
        m.msg_control = space;
        m.msg_controllen = sizeof space;
        struct cmsghdr *c = CMSG_FIRSTHDR(&m);
        c->cmsg_level = SOL_SOCKET;
        c->cmsg_type = SCM_RIGHTS;
        c->cmsg_len = CMSG_LEN(sizeof fd);
        memcpy(CMSG_DATA(c), &fd, sizeof fd);
    }
    int e = sendmsg(socket, &m, MSG_NOSIGNAL) < 0 ? errno : 0;
    if (fd >= 0) close(fd); /* who holds it decides over the calls */
    return e;
}

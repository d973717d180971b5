/* The loop of a warm interpreter: waits for a run, forks, reports how the fork ended.
 *
 * In C because every page that the interpreter or its fork writes to between two runs is copied: nothing is allocated or let go.
 * What an interpreter does about its threads, and locks that they may hold, is its own matter: see python_fork.c, jvm_fork.c and
 * node_fork.c. */
#define _GNU_SOURCE
#include "jail.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define ZYGOTE_SOCKET 3
#define MAX_FDS 16
#define MAX_MESSAGE 65536

static _Alignas(struct fork_request) char message[MAX_MESSAGE];

/* The number of descriptors that came along. The interpreter ends with its agent. */
static size_t receive(size_t *size, int fds[MAX_FDS]) {
    char space[CMSG_SPACE(sizeof(int) * MAX_FDS)];
    struct iovec part = {message, sizeof message - 1};
    struct msghdr m = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = space, .msg_controllen = sizeof space};
    ssize_t n = recvmsg(ZYGOTE_SOCKET, &m, MSG_CMSG_CLOEXEC);
    if (n <= 0) _exit(0);
    struct cmsghdr *c = CMSG_FIRSTHDR(&m);
    if (!c || (size_t)n < sizeof(struct fork_request) || (m.msg_flags & MSG_TRUNC)) _exit(3);
    message[n] = 0;
    *size = (size_t)n;
    size_t nfds = (c->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    memcpy(fds, CMSG_DATA(c), sizeof(int) * nfds);
    return nfds;
}

static void tell(const void *text, size_t size) {
    if (send(ZYGOTE_SOCKET, text, size, MSG_NOSIGNAL) < 0) _exit(0);
}

static void follow(pid_t pid) {
    struct __attribute__((packed)) {
        char kind;
        uint32_t pid;
    } started = {'S', (uint32_t)pid};
    tell(&started, sizeof started);
    int status;
    struct rusage usage;
    if (wait4(pid, &status, 0, &usage) != pid) _exit(3);
    struct __attribute__((packed)) {
        char kind;
        uint32_t status;
        uint64_t cpu_us, peak;
    } ended = {'X', (uint32_t)status,
               (uint64_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000u + (uint64_t)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec),
               (uint64_t)usage.ru_maxrss * 1024u};
    tell(&ended, sizeof ended);
}

const char *fork_words(const struct fork_request *request, uint32_t n) {
    const char *word = (const char *)(request + 1);
    while (n-- > 0) word += strlen(word) + 1;
    return word;
}

static void show_what_is_asked(const struct fork_request *request) {
    const char *path = fork_words(request, request->argc + request->envc);
    for (uint32_t i = 0; i < request->shown; i++, path += strlen(path) + 1) landlock_show(path);
}

const struct fork_request *serve_forks(pid_t (*fork_process)(void), int (*revive)(void)) {
    int listener, e = install_filter(&listener);
    if (e || (e = send_descriptor(ZYGOTE_SOCKET, 'R', listener))) {
        fprintf(stderr, "cannot install the seccomp filter: %s\n", strerror(e));
        _exit(3);
    }
    const struct fork_request *request = (const struct fork_request *)(const void *)message;
    for (;;) {
        size_t size;
        int fds[MAX_FDS];
        size_t nfds = receive(&size, fds);
        uint32_t n = request->namespaces;
        if (n && grader_join_pidns(fds[0])) _exit(3);
        pid_t pid = fork_process();
        if (pid < 0) _exit(3);
        if (pid == 0) {
            show_what_is_asked(request);
            grader_enter_jail(&request->jail, n ? fds[1] : -1, fds + n);
            grader_make_whole(revive);
            return request;
        }
        for (size_t i = 0; i < nfds; i++) close(fds[i]);
        follow(pid);
    }
}

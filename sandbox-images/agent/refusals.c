/* Counting what programs are refused.
 *
 * The filter of a program (seccomp.c) leaves its refusals to whoever holds its listener: this process. The call waits, is
 * counted here, and fails with EPERM, and never is one let through. A warm interpreter hands over the listener of its forks
 * when it is ready, an executed program its own on the status descriptor, just before it is executed. Should this process be
 * gone, or a kernel have no listeners, the calls fail with ENOSYS, uncounted. */
#define _GNU_SOURCE
#include "agent.h"

#include <errno.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

/* To be refused costs us time that is not on the program's account, so one that goes on after this many waits for each
 * answer until its run is looked at. */
#define ANSWERED_AT_ONCE 20000u

/* The kernel writes as much as its own structure has, which may be more than the one we were compiled with. */
union question {
    struct seccomp_notif of;
    unsigned char room[512];
};
union answer {
    struct seccomp_notif_resp of;
    unsigned char room[512];
};

static int listener(const struct run *run) { return run->zygote ? run->zygote->listener : run->listener; }

ssize_t receive_descriptor(int socket, void *text, size_t size, int *fd) {
    char space[CMSG_SPACE(sizeof *fd)];
    struct iovec part = {text, size};
    struct msghdr m = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = space, .msg_controllen = sizeof space};
    ssize_t n = recvmsg(socket, &m, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
    struct cmsghdr *c = n > 0 ? CMSG_FIRSTHDR(&m) : NULL;
    if (c && c->cmsg_type == SCM_RIGHTS && c->cmsg_len == CMSG_LEN(sizeof *fd)) memcpy(fd, CMSG_DATA(c), sizeof *fd);
    return n;
}

/* The listener, or what went wrong on the way into the jail. False when there is nothing, or nothing more. */
static bool hear_status(struct run *run) {
    char text[sizeof run->failure] = "";
    int fd = -1;
    ssize_t n = receive_descriptor(run->status_fd, text, sizeof text - 1, &fd);
    if (n < 0) return false;
    run->status_heard = true;
    if (fd >= 0) run->listener = fd;
    else memcpy(run->failure, text, sizeof text);
    return n > 0;
}

const char *jail_failure(struct run *run) {
    while (!run->failure[0] && hear_status(run)) {
    }
    return run->failure[0] ? run->failure : NULL;
}

static void refuse(struct run *run) {
    union question question;
    union answer answer;
    memset(&question, 0, sizeof question);
    memset(&answer, 0, sizeof answer);
    if (ioctl(listener(run), SECCOMP_IOCTL_NOTIF_RECV, &question) < 0) return; /* who asked is gone */
    if (run->refused < UINT32_MAX) run->refused++;
    answer.of.id = question.of.id;
    answer.of.error = -EPERM;
    if (ioctl(listener(run), SECCOMP_IOCTL_NOTIF_SEND, &answer) < 0) return; /* killed in the meantime */
}

/* Whether somebody waits for an answer. Nobody ever will again once the last process of an executed program is gone. */
static bool is_asked(struct run *run) {
    struct pollfd asked = {.fd = listener(run), .events = POLLIN};
    if (asked.fd < 0 || poll(&asked, 1, 0) != 1) return false;
    if (asked.revents & POLLIN) return true;
    if (!run->zygote) {
        close(run->listener);
        run->listener = -1;
    }
    return false;
}

int refusals_fd(const struct run *run) {
    if (!run->zygote && !run->status_heard) return run->status_fd;
    return run->refused < ANSWERED_AT_ONCE ? listener(run) : -1;
}

void refusals_hear(struct run *run) {
    if (!run->zygote && !run->status_heard) hear_status(run);
    if (run->refused < ANSWERED_AT_ONCE && is_asked(run)) refuse(run);
}

void refusals_look(struct run *run) {
    if (run->refused >= ANSWERED_AT_ONCE && is_asked(run)) refuse(run);
}

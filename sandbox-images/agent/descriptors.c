/* The descriptors of a warm interpreter, and the same again in its forks.
 *
 * The way into the jail closes all, and should: a fork that had its parent's own would share queues and positions with every
 * other. But runtimes know theirs by number. So each is made anew there, of its kind, with the same number, and with the same in
 * it: libuv has a pipe with one byte, which is a lock. */
#define _GNU_SOURCE
#include "jail.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define FIRST 6 /* below are those that the jail puts in place */
#define LAST 255
#define MOST 64

enum kind { KIND_FILE, KIND_EVENTS, KIND_POLL, KIND_PIPE };
struct descriptor {
    int fd, status, flags;
    enum kind kind;
    ino_t inode;
    char path[256], content[64];
    ssize_t size; /* of the content */
};
struct watched {
    int poll, fd;
    struct epoll_event event;
};
static struct descriptor descriptors[MOST];
static struct watched watched[MOST];
static size_t count, watched_count;
static int above = FIRST; /* no number that will be taken */

static int remember_watched(int poll) {
    char path[40], line[256];
    snprintf(path, sizeof path, "/proc/self/fdinfo/%d", poll);
    FILE *info = fopen(path, "re");
    if (!info) return errno;
    int e = 0;
    while (!e && fgets(line, sizeof line, info)) {
        int fd;
        unsigned events;
        unsigned long long data;
        if (sscanf(line, "tfd: %d events: %x data: %llx", &fd, &events, &data) != 3) continue;
        if (watched_count == MOST) e = EMFILE;
        else watched[watched_count++] = (struct watched){poll, fd, {.events = events, .data.u64 = data}};
    }
    fclose(info);
    return e;
}

/* It is taken out, as nobody here will miss it. */
static int remember_content(struct descriptor *d) {
    int waiting = 0;
    if (d->kind == KIND_PIPE && (d->status & O_ACCMODE) != O_RDONLY) return 0;
    if (d->kind == KIND_PIPE && ioctl(d->fd, FIONREAD, &waiting) < 0) return errno;
    struct pollfd readable = {.fd = d->fd, .events = POLLIN};
    if (d->kind == KIND_EVENTS && poll(&readable, 1, 0) == 1) waiting = sizeof(uint64_t);
    if (waiting > (int)sizeof d->content) return ENOTSUP;
    if (waiting > 0) d->size = read(d->fd, d->content, (size_t)waiting);
    return d->size == waiting ? 0 : EIO;
}

static int remember(int fd, struct descriptor *d) {
    char link[40];
    struct stat s;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, d->path, sizeof d->path - 1);
    if (n < 0 || fstat(fd, &s) < 0) return errno;
    d->path[n] = 0;
    d->fd = fd;
    above = fd + 1;
    d->inode = s.st_ino;
    d->status = fcntl(fd, F_GETFL);
    d->flags = fcntl(fd, F_GETFD);
    if (strcmp(d->path, "anon_inode:[eventfd]") == 0) d->kind = KIND_EVENTS;
    else if (strcmp(d->path, "anon_inode:[eventpoll]") == 0) d->kind = KIND_POLL;
    else if (S_ISFIFO(s.st_mode)) d->kind = KIND_PIPE;
    else if (d->path[0] == '/') d->kind = KIND_FILE;
    else return ENOTSUP;
    return d->kind == KIND_POLL ? remember_watched(fd) : d->kind == KIND_FILE ? 0 : remember_content(d);
}

int descriptors_remember(void) {
    for (int fd = FIRST; fd <= LAST; fd++) {
        if (fcntl(fd, F_GETFD) < 0) continue;
        if (count == MOST) return EMFILE;
        int e = remember(fd, &descriptors[count++]);
        if (e) {
            fprintf(stderr, "descriptor %d is %s, which forks cannot have\n", fd, descriptors[count - 1].path);
            return e;
        }
    }
    return 0;
}

static bool place(int made, const struct descriptor *d) {
    if (made < 0) return false;
    if (made == d->fd) return true;
    bool placed = dup3(made, d->fd, d->flags & FD_CLOEXEC ? O_CLOEXEC : 0) == d->fd;
    close(made);
    return placed;
}

/* Both of its ends, at the one that is read from. */
static bool make_pipe(const struct descriptor *reader) {
    if ((reader->status & O_ACCMODE) != O_RDONLY) return true;
    int low[2], ends[2];
    if (pipe2(low, O_CLOEXEC | (reader->status & O_NONBLOCK)) < 0) return false;
    for (int i = 0; i < 2; i++) {
        ends[i] = fcntl(low[i], F_DUPFD_CLOEXEC, above);
        close(low[i]);
    }
    if (write(ends[1], reader->content, (size_t)reader->size) != reader->size || !place(ends[0], reader)) return false;
    for (size_t i = 0; i < count; i++) {
        const struct descriptor *d = &descriptors[i];
        if (d->kind == KIND_PIPE && d->inode == reader->inode && (d->status & O_ACCMODE) != O_RDONLY) return place(ends[1], d);
    }
    return close(ends[1]) == 0;
}

static bool make_events(const struct descriptor *d) {
    int fd = eventfd(0, EFD_CLOEXEC | (d->status & O_NONBLOCK ? EFD_NONBLOCK : 0));
    return fd >= 0 && (d->size == 0 || write(fd, d->content, (size_t)d->size) == d->size) && place(fd, d);
}

static bool make(const struct descriptor *d) {
    switch (d->kind) {
    case KIND_EVENTS: return make_events(d);
    case KIND_POLL: return place(epoll_create1(EPOLL_CLOEXEC), d);
    case KIND_FILE: return place(open(d->path, O_CLOEXEC | (d->status & (O_ACCMODE | O_NONBLOCK))), d);
    default: return make_pipe(d);
    }
}

int descriptors_open_again(void) {
    for (size_t i = 0; i < count; i++) {
        if (!make(&descriptors[i])) return errno;
    }
    for (size_t i = 0; i < watched_count; i++) {
        struct watched *w = &watched[i];
        if (epoll_ctl(w->poll, EPOLL_CTL_ADD, w->fd, &w->event) < 0) return errno;
    }
    return 0;
}

/* A candidate and its interactor: two pipes between them, and the question who of the two was over first.
 *
 * We hold a reading end of each pipe. It tells when the writer has closed the other end, and a candidate that goes on
 * writing to an interactor that has accepted it is not killed for that. Writing ends we do not hold: a program has to see
 * the end of its input when the other one closes its output. */
#define _GNU_SOURCE
#include "agent.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

static void replace(int *place, int fd) {
    if (*place >= 0) close(*place);
    *place = fd;
}

/* From the output of one to the input of the other. */
static int join(struct run *from, struct run *to) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0) die("cannot make a pipe: %s", strerror(errno));
    int held = fcntl(ends[0], F_DUPFD_CLOEXEC, 0);
    if (held < 0) die("cannot keep an end of a pipe: %s", strerror(errno));
    replace(&to->child_fds[FD_IN], ends[0]);
    replace(&from->child_fds[FD_OUT], ends[1]);
    replace(&from->out.fd, -1);
    return held;
}

void talk_connect(struct talk *talk, struct run *runs) {
    *talk = (struct talk){.on = true};
    talk->pipes[TALK_CANDIDATE] = join(&runs[0], &runs[1]);
    talk->pipes[TALK_INTERACTOR] = join(&runs[1], &runs[0]);
}

void talk_end(struct talk *talk) {
    if (!talk->on) return;
    close(talk->pipes[TALK_CANDIDATE]);
    close(talk->pipes[TALK_INTERACTOR]);
    talk->on = false;
}

size_t talk_polls(const struct talk *talk, struct pollfd *polls) {
    size_t n = 0;
    for (int i = 0; i < 2; i++) {
        if (talk->on && !talk->closed_us[i]) polls[n++] = (struct pollfd){.fd = talk->pipes[i], .events = talk->drains && i == TALK_CANDIDATE ? POLLIN : 0};
    }
    return n;
}

static void hear_pipe(struct talk *talk, int i, uint64_t now) {
    unsigned char chunk[65536];
    struct pollfd pipe = {.fd = talk->pipes[i], .events = POLLIN};
    while (!talk->closed_us[i] && poll(&pipe, 1, 0) == 1) {
        bool reads = talk->drains && i == TALK_CANDIDATE && (pipe.revents & POLLIN);
        if (reads && read(pipe.fd, chunk, sizeof chunk) > 0) continue; /* nobody else reads it any more */
        if (pipe.revents & POLLHUP) talk->closed_us[i] = now;
        return;
    }
}

static bool accepted(const struct run *interactor) { return interactor->ending == END_EXITED && interactor->value == TALK_ACCEPTED; }

static bool failed(const struct run *candidate) { return candidate->ending == END_SIGNALLED || (candidate->ending == END_EXITED && candidate->value != 0); }

/* An interactor that does not accept has the last word, unless the candidate was over before: one that then breaks, as
 * nobody answers it any more, is not to be told from one that we stop. One that was accepted has to end well by itself. */
void talk_follow(struct talk *talk, struct run *runs) {
    if (!talk->on) return;
    struct run *candidate = &runs[0], *interactor = &runs[1];
    /* What we see at the same time happened at the same time: a busy machine lets us look late. */
    uint64_t now = now_us();
    hear_pipe(talk, TALK_CANDIDATE, now);
    hear_pipe(talk, TALK_INTERACTOR, now);
    if (interactor->main_over && accepted(interactor)) talk->drains = true;
    if (interactor->main_over && !accepted(interactor)) {
        if (!candidate->main_over) run_stop(candidate, END_STOPPED, 0);
        uint64_t interactor_closed = talk->closed_us[TALK_INTERACTOR], candidate_closed = talk->closed_us[TALK_CANDIDATE];
        if (failed(candidate) && interactor_closed && (!candidate_closed || interactor_closed <= candidate_closed)) candidate->ending = END_STOPPED;
    }
    if (candidate->main_over && !interactor->main_over && candidate->ending == END_LIMIT) run_stop(interactor, END_STOPPED, 0);
}

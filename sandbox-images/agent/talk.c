/* A candidate and its interactor: two pipes between them, and the question who of the two was over first.
 *
 * We hold a reading end of each pipe: it tells when the writer is gone, and a candidate that goes on writing to an
 * interactor that has accepted it is not killed for that. And we hold the writing end of the candidate's output until we have
 * seen that the candidate is over: an interactor that has ended by then cannot have done so because of it, however late
 * we look. (So an output that is closed early ends for the interactor only with the candidate.) */
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

/* From the output of one to the input of the other. Gives the ends that we keep. */
static int join(struct run *from, struct run *to, int *writing) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0) die("cannot make a pipe: %s", strerror(errno));
    int held = fcntl(ends[0], F_DUPFD_CLOEXEC, 0);
    if (writing) *writing = fcntl(ends[1], F_DUPFD_CLOEXEC, 0);
    if (held < 0 || (writing && *writing < 0)) die("cannot keep an end of a pipe: %s", strerror(errno));
    replace(&to->child_fds[FD_IN], ends[0]);
    replace(&from->child_fds[FD_OUT], ends[1]);
    replace(&from->out.fd, -1);
    return held;
}

void talk_connect(struct talk *talk, struct run *runs) {
    *talk = (struct talk){.on = true};
    talk->from_candidate = join(&runs[0], &runs[1], &talk->to_interactor);
    talk->from_interactor = join(&runs[1], &runs[0], NULL);
}

static void let_go(struct talk *talk) {
    if (talk->to_interactor >= 0) close(talk->to_interactor);
    talk->to_interactor = -1;
}

void talk_end(struct talk *talk) {
    if (!talk->on) return;
    let_go(talk);
    close(talk->from_candidate);
    close(talk->from_interactor);
    talk->on = false;
}

/* Nobody else reads it any more, so there is something to read whenever there seems to be. */
static void drain(int fd) {
    unsigned char chunk[65536];
    struct pollfd pipe = {.fd = fd, .events = POLLIN};
    while (poll(&pipe, 1, 0) == 1 && (pipe.revents & POLLIN) && read(pipe.fd, chunk, sizeof chunk) > 0) {
    }
}

static bool has_closed_its_output(const struct talk *talk) {
    struct pollfd pipe = {.fd = talk->from_interactor, .events = 0};
    return poll(&pipe, 1, 0) == 1 && (pipe.revents & POLLHUP);
}

static bool accepted(const struct run *interactor) { return interactor->ending == END_EXITED && interactor->value == TALK_ACCEPTED; }

static bool failed(const struct run *candidate) { return candidate->ending == END_SIGNALLED || (candidate->ending == END_EXITED && candidate->value != 0); }

/* An interactor that does not accept has the last word, unless the candidate was over before: one that then breaks, as
 * nobody answers it any more, is not to be told from one that we stop. One that was accepted has to end well by itself. */
void talk_follow(struct talk *talk, struct run *runs) {
    if (!talk->on) return;
    struct run *candidate = &runs[0], *interactor = &runs[1];
    if (candidate->main_over && talk->to_interactor >= 0) {
        talk->left_alone = has_closed_its_output(talk);
        let_go(talk);
    }
    /* It may have more to say than a pipe holds, and must not wait for a reader that is gone. */
    if (candidate->main_over) drain(talk->from_interactor);
    if (candidate->main_over && !interactor->main_over && candidate->ending == END_LIMIT) run_stop(interactor, END_STOPPED, 0);
    if (!interactor->main_over) return;
    if (accepted(interactor)) drain(talk->from_candidate);
    else if (!candidate->main_over) run_stop(candidate, END_STOPPED, 0);
    else if (talk->left_alone && failed(candidate)) candidate->ending = END_STOPPED;
}

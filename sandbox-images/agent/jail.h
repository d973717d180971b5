/* Entering the jail: the last steps of a child before untrusted code runs. Used by the agent (programs that are
 * executed) and, as a shared library, by the warm interpreters (programs that are forked). */
#ifndef GRADER_JAIL_H
#define GRADER_JAIL_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum jail_fd { FD_IN, FD_OUT, FD_ERR, FD_REPORT, FD_LINK, FD_STATUS, JAIL_FDS };

/* Flat and of fixed size: it travels in messages. */
struct jail {
    uint32_t uid;              /* user and group id to become; UINT32_MAX: stay */
    uint32_t landlock;         /* confine by Landlock: 0, or the ABI version of the kernel */
    uint32_t protect_from_oom; /* candidates go first when memory runs out */
    uint32_t has_report, has_link;
    uint32_t executed; /* a program is executed next: the status descriptor stays open until then */
    uint64_t cpu_seconds, address_space, file_size, open_files, processes, stack;
    char folder[256]; /* working directory */
};

/* What the agent sends to a warm interpreter; the program's arguments, its environment and what it may read besides the usual follow, each ended by a NUL. With it travel the pid
 * and mnt namespace (or none) and then the program's descriptors in the order of enum jail_fd. */
struct fork_request {
    uint32_t runner, namespaces, argc, envc, shown, unused;
    struct jail jail;
};

/* forkserver.c: waits for runs, forks as it is told and brings back what the forks lost; returns in them only, which are jailed
 * then. The arguments, each ended by a NUL, follow the request. */
const struct fork_request *serve_forks(pid_t (*fork_process)(void), int (*revive)(void));

/* What follows the request, from the nth on. */
const char *fork_words(const struct fork_request *request, uint32_t n);

/* threads.c: forks of a process with several threads. 0, or an errno. */
int threads_stop(void); /* all but this one, for good */
pid_t threads_fork(void);
int threads_go_on(void); /* in the fork */

/* descriptors.c: those that a fork lost on its way into the jail. 0, or an errno. */
int descriptors_remember(void); /* what waits in queues is lost here */
int descriptors_open_again(void); /* in the fork */

/* Makes the next child a member of this pid namespace. 0, or an errno. */
int grader_join_pidns(int fd);

/* In the new child: joins the mount namespace (-1: none), puts the descriptors in place, takes every right
 * away. On return the process is jailed. On failure says why on the status descriptor and exits. */
void grader_enter_jail(const struct jail *jail, int mntns, const int fds[JAIL_FDS]);

/* In a fork, afterwards: brings back what it lost on its way (NULL: nothing), and lets go of the status descriptor. What fails
 * there is told as well. */
void grader_make_whole(int (*revive)(void));

/* Ends the new child. The agent reads this and says so: what fails on the way to a program is never the program's fault. */
_Noreturn void jail_fail(int status, const char *step, int error);

/* In the warm interpreter, once: takes away what neither it nor its forks need, but for the system calls. 0, or an errno. */
int grader_prepare(void);

/* All as from a shell, the two that libc keeps to itself included. 0, or an errno. */
int reset_signals(void);

/* seccomp.c. 0, or an errno. The listener, -1 where there is none, has to leave this process before anything untrusted runs. */
int install_filter(int *listener);
/* For what is forked later: a queue that is shared with the kernel cannot be had twice. 0, or an errno. */
int refuse_shared_queues(void);
/* Sends a letter with this descriptor, if there is one, which is closed here. 0, or an errno. */
int send_descriptor(int socket, char text, int fd);

/* landlock.c */
int landlock_version(void);
/* One more path that programs may read. It has to stay. */
void landlock_show(const char *path);
/* The nth of them; NULL: there are no more. */
const char *landlock_shown(size_t n);
int confine_with_landlock(const struct jail *jail);

#endif

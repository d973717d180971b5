/* Forks of a process with several threads, with all of them.
 *
 * A fork has one thread, the one that asked for it, and a copy of the memory of all. What the others were is still there: their
 * stacks, and what the C library knows of them. So they are stopped first, idle, each in a signal handler on its own stack.
 * In a fork a new thread of the kernel takes the place of each, and returns from the handler: the handler's frame holds its
 * registers and the system call that it was waiting in. Locks, conditions and counts of waiters are as true as they were.
 *
 * In the process that is forked they never go on. */
#define _GNU_SOURCE
#include "jail.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MOST_THREADS 64
#define THREAD_OBJECT 2304 /* bytes; what the C library knows of a thread is not smaller */
#define GLANCE_US 5000
#define MOST_GLANCES 2000
/* One that nobody can block: the C library keeps it to itself, for cancellation, and takes it out of every mask. */
#define STOP_SIGNAL 32

struct thread {
    pthread_t object;
    void *pointer; /* what its thread-local storage is found by */
    void *place[5];
    pid_t tid;
    atomic_bool stopped;
};
static struct thread threads[MOST_THREADS];
static size_t count;
static size_t tid_offset; /* where the C library keeps a thread's number, in its object */

/* What a new thread runs on for a moment, until it is back on its own stack. */
static _Alignas(16) char steps[MOST_THREADS][4096];

static pid_t own_tid(void) { return (pid_t)syscall(SYS_gettid); }

static pid_t *tid_of(pthread_t object) { return (pid_t *)(void *)((char *)object + tid_offset); }

static void stop_here(int signal) {
    (void)signal;
    pid_t tid = own_tid();
    for (size_t i = 0; i < count; i++) {
        struct thread *thread = &threads[i];
        if (thread->tid != tid) continue;
        thread->object = pthread_self();
        thread->pointer = __builtin_thread_pointer();
        if (__builtin_setjmp(thread->place)) return;
        atomic_store(&thread->stopped, true);
        for (;;) pause();
    }
}

static int return_there(void *thread) { __builtin_longjmp(((struct thread *)thread)->place, 1); }

/* How often the other threads have waited, or 0 if one of them does anything else now. */
static unsigned long waits(void) {
    unsigned long all = 1;
    count = 0;
    DIR *d = opendir("/proc/self/task");
    for (struct dirent *e; d && (e = readdir(d));) {
        pid_t tid = (pid_t)atoi(e->d_name);
        if (tid <= 0 || tid == own_tid()) continue;
        if (count < MOST_THREADS) threads[count].tid = tid;
        count++;
        char path[64], line[128];
        snprintf(path, sizeof path, "/proc/self/task/%d/status", (int)tid);
        FILE *status = fopen(path, "re");
        bool sleeps = false;
        while (status && fgets(line, sizeof line, status)) {
            if (strncmp(line, "State:", 6) == 0) sleeps = strchr(line, 'S') != NULL;
            char *number = strncmp(line, "voluntary_ctxt_switches:", 24) == 0 ? line + 24 : NULL;
            if (number) all += strtoul(number, NULL, 10);
        }
        if (status) fclose(status);
        if (!sleeps) all = 0;
        if (!all) break;
    }
    if (d) closedir(d);
    return all;
}

/* A thread that works may hold a lock, and its copy would never let it go. */
static int await_calm(void) {
    unsigned long before = 0, now = 0;
    for (int glance = 0; glance < MOST_GLANCES; glance++) {
        now = waits();
        if (now && now == before) return count <= MOST_THREADS ? 0 : EAGAIN;
        before = now;
        usleep(GLANCE_US);
    }
    return EBUSY;
}

static bool find_tid_offset(void) {
    const char *object = (const char *)pthread_self();
    for (tid_offset = 0; tid_offset < THREAD_OBJECT; tid_offset += sizeof(pid_t)) {
        pid_t there;
        memcpy(&there, object + tid_offset, sizeof there);
        if (there == own_tid()) return true;
    }
    return false;
}

/* The C library does not let others handle the signal, so that it is told the kernel itself, in the form in which it told it of another. */
static int handle_stop_signal(void) {
    struct sigaction handler = {.sa_handler = stop_here, .sa_flags = SA_RESTART};
    unsigned long as_kernel_has_it[4];
    sigfillset(&handler.sa_mask);
    if (sigaction(SIGRTMAX, &handler, NULL) < 0) return errno;
    if (syscall(SYS_rt_sigaction, SIGRTMAX, NULL, as_kernel_has_it, 8ul) < 0) return errno;
    if (syscall(SYS_rt_sigaction, STOP_SIGNAL, as_kernel_has_it, NULL, 8ul) < 0) return errno;
    return signal(SIGRTMAX, SIG_DFL) == SIG_ERR ? errno : 0;
}

static int stop(struct thread *thread) {
    atomic_store(&thread->stopped, false);
    if (syscall(SYS_tgkill, getpid(), thread->tid, STOP_SIGNAL) < 0) return errno;
    for (int glance = 0; !atomic_load(&thread->stopped); glance++) {
        if (glance == MOST_GLANCES) return EBUSY;
        usleep(GLANCE_US / 10);
    }
    return *tid_of(thread->object) == thread->tid ? 0 : ENOTSUP;
}

int threads_stop(void) {
    if (!find_tid_offset()) return ENOTSUP;
    int e = await_calm();
    if (!e) e = handle_stop_signal();
    for (size_t i = 0; !e && i < count; i++) e = stop(&threads[i]);
    return e;
}

/* Not the C library's own, which forgets the other threads. */
pid_t threads_fork(void) {
    pid_t *tid = tid_of(pthread_self());
    return (pid_t)syscall(SYS_clone, (unsigned long)(CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID | SIGCHLD), NULL, NULL, tid, tid);
}

int threads_go_on(void) {
    static const unsigned long as_usual[4];
    const int flags = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SYSVSEM | CLONE_SIGHAND | CLONE_THREAD | CLONE_SETTLS | CLONE_PARENT_SETTID | CLONE_CHILD_CLEARTID;
    if (syscall(SYS_rt_sigaction, STOP_SIGNAL, as_usual, NULL, 8ul) < 0) return errno;
    for (size_t i = 0; i < count; i++) {
        pid_t *tid = tid_of(threads[i].object);
        if (clone(return_there, steps[i] + sizeof steps[i], flags, &threads[i], tid, threads[i].pointer, tid) < 0) return errno;
    }
    return 0;
}

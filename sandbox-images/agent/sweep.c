/* Cleaning at level uid, where no namespace does it for us. It is done under the candidate's own id, in a child: with no
 * more rights than the candidate had, a trap laid in its folders can do no harm, and the owner may always open up what it
 * closed. Names are never followed: everything is opened relative to its parent with O_NOFOLLOW, after every process of
 * that user is dead. */
#define _GNU_SOURCE
#include "agent.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

/* Runs the function in a child with the user's id; its return value, 0 to 99, or -1 when that was not possible. The saved
 * id stays ours, so that a process of that user cannot kill the child. */
static int as_user(uid_t uid, int (*function)(const void *), const void *argument) {
    pid_t child = fork();
    if (child < 0) return -1;
    if (child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
        if (setresuid(uid, uid, (uid_t)-1) < 0) _exit(100);
        _exit(function(argument));
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) && WEXITSTATUS(status) < 100 ? WEXITSTATUS(status) : -1;
}

/* How many processes of its user the kernel lets a process have that is to find out whether it is alone: itself and the
 * child it tries to make. Before Linux 5.14 the limit itself was refused as well. */
static rlim_t alone_limit(void) {
    struct utsname name;
    unsigned major = 0, minor = 0;
    if (uname(&name) < 0 || sscanf(name.release, "%u.%u", &major, &minor) != 2) return 2;
    return major > 5 || (major == 5 && minor >= 14) ? 2 : 3;
}

enum { NONE_LEFT, SOME_LEFT };

/* The kill reaches exactly the processes of this user, however they detached themselves, and not the caller; what is being
 * killed can no longer fork. What is left can only be dying. The kernel counts a user's processes until they are waited
 * for, which is the proof that no other way gives: /proc shows some of them as root's. */
static int kill_all(const void *limit) {
    kill(-1, SIGKILL);
    struct rlimit most = {*(const rlim_t *)limit, *(const rlim_t *)limit};
    if (setrlimit(RLIMIT_NPROC, &most) < 0) return SOME_LEFT;
    pid_t child = fork();
    if (child == 0) _exit(0);
    if (child < 0) return SOME_LEFT;
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {
    }
    return NONE_LEFT;
}

static bool bury(idtype_t which, pid_t pid, uid_t uid) {
    siginfo_t dead = {0};
    if (waitid(which, (id_t)pid, &dead, WEXITED | WNOHANG | WNOWAIT | __WALL) < 0 || dead.si_pid <= 0 || dead.si_uid != uid) return false;
    return waitpid(dead.si_pid, NULL, __WALL) > 0;
}

/* Orphans become children of the agent, their subreaper, and count until it has waited for them. The kernel shows one dead
 * child at a time, and always the same: behind an interpreter that has died too, they have to be looked for. */
static void bury_orphans(uid_t uid) {
    while (bury(P_ALL, 0, uid)) {
    }
    FILE *children = fopen("/proc/thread-self/children", "re");
    for (int pid; children && fscanf(children, "%d", &pid) == 1;) bury(P_PID, pid, uid);
    if (children) fclose(children);
}

bool sweep_processes(uid_t uid) {
    rlim_t limit = alone_limit();
    for (int round = 0; round < 2000; round++) {
        int result = as_user(uid, kill_all, &limit);
        if (result < 0) return false;
        if (result == NONE_LEFT) return true;
        bury_orphans(uid);
        usleep(round < 50 ? 200 : 2000);
    }
    return false;
}

static bool is_dots(const char *name) { return strcmp(name, ".") == 0 || strcmp(name, "..") == 0; }

/* What cannot be opened up is a link to something that is not ours, and is about to be unlinked, not opened. */
static void open_up(int parent, const char *name) {
    if (fchmodat(parent, name, 0700, 0) < 0) return;
}

static int open_folder(int parent, const char *name) {
    open_up(parent, name);
    return openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/* Removes the files of one folder and moves its folders up beside it, so that no nest is too deep for us. */
static bool flatten(int top, const char *name, unsigned *serial) {
    int fd = open_folder(top, name);
    DIR *d = fd < 0 ? NULL : fdopendir(fd);
    if (!d) {
        if (fd >= 0) close(fd);
        return false;
    }
    for (struct dirent *e; (e = readdir(d));) {
        if (is_dots(e->d_name) || unlinkat(dirfd(d), e->d_name, 0) == 0) continue;
        char up[32];
        snprintf(up, sizeof up, ".swept-%u", (*serial)++);
        open_up(dirfd(d), e->d_name); /* moving a folder writes to its `..` */
        if (renameat(dirfd(d), e->d_name, top, up) < 0) break;
    }
    closedir(d);
    return unlinkat(top, name, AT_REMOVEDIR) == 0;
}

static bool empty_folder(int fd) {
    unsigned serial = 0;
    DIR *d = fdopendir(fd);
    if (!d) return false;
    for (bool more = true, progress = true; more && progress;) {
        more = progress = false;
        rewinddir(d);
        for (struct dirent *e; (e = readdir(d));) {
            if (is_dots(e->d_name)) continue;
            more = true;
            if (unlinkat(dirfd(d), e->d_name, 0) == 0 || flatten(dirfd(d), e->d_name, &serial)) progress = true;
        }
        if (!more) {
            closedir(d);
            return true;
        }
    }
    closedir(d);
    return false;
}

static int renew(const void *argument) {
    const struct run *run = argument;
    const char *home = run->lane->home;
    if (chmod(home, 0700) < 0) return 1;
    int fd = open(home, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0 || !empty_folder(dup(fd))) return 2;
    if (!run->program) return 0;
    if (mkdirat(fd, "work", 0755) < 0 || mkdirat(fd, "tmp", 0700) < 0) return 3;
    int work = openat(fd, "work", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (work < 0) return 4;
    write_run_files(work, run);
    return 0;
}

bool sweep_and_fill(const struct run *run) { return as_user(run->lane->uid, renew, run) == 0; }

bool sweep_home(struct lane *lane) {
    struct run nothing = {.lane = lane};
    return sweep_and_fill(&nothing);
}

static int clean_shared(const void *argument) {
    static const char *const shared[] = {"/tmp", "/var/tmp", "/dev/shm"};
    uid_t uid = *(const uid_t *)argument;
    bool clean = true;
    for (size_t i = 0; i < sizeof shared / sizeof shared[0]; i++) {
        int fd = open(shared[i], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        DIR *d = fd < 0 ? NULL : fdopendir(fd);
        unsigned serial = 0;
        for (struct dirent *e; d && (e = readdir(d));) {
            struct stat s;
            if (fstatat(dirfd(d), e->d_name, &s, AT_SYMLINK_NOFOLLOW) < 0 || s.st_uid != uid) continue;
            if (unlinkat(dirfd(d), e->d_name, 0) < 0 && !flatten(dirfd(d), e->d_name, &serial)) clean = false;
        }
        if (d) closedir(d);
    }
    return clean ? 0 : 1;
}

bool sweep_shared(uid_t uid) { return as_user(uid, clean_shared, &uid) == 0; }

static uint64_t size_of(int fd, unsigned *budget, unsigned depth) {
    uint64_t total = 0;
    DIR *d = fdopendir(fd);
    if (!d) close(fd);
    for (struct dirent *e; d && *budget > 0 && (e = readdir(d));) {
        struct stat s;
        if (is_dots(e->d_name)) continue;
        --*budget;
        if (fstatat(dirfd(d), e->d_name, &s, AT_SYMLINK_NOFOLLOW) < 0) continue;
        total += (uint64_t)s.st_blocks * 512u;
        if (!S_ISDIR(s.st_mode) || depth > 100) continue;
        int sub = openat(dirfd(d), e->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (sub >= 0) total += size_of(sub, budget, depth + 1);
    }
    if (d) closedir(d);
    return total;
}

struct disk {
    const char *home;
    uint64_t limit;
};

static int over_disk(const void *argument) {
    const struct disk *disk = argument;
    int fd = open(disk->home, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    unsigned budget = 20000;
    return fd >= 0 && (size_of(fd, &budget, 0) > disk->limit || budget == 0) ? 1 : 0;
}

bool sweep_over_disk(const struct lane *lane, uint64_t limit) {
    struct disk disk = {lane->home, limit};
    return as_user(lane->uid, over_disk, &disk) == 1;
}

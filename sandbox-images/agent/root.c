/* The file system of a box at level namespaces: a tmpfs with the system's programs bound into it, all read-only.
 *
 *   /usr /bin /sbin /lib /lib64   the host's (binds, or the same symlinks)
 *   /etc                          a few harmless files; users root, box and judge
 *   /dev                          null zero full random urandom, fd links; shm is an empty mount point
 *   /opt/grader                   the harness and the jail library
 *   /opt/prepared                 what the toolchains prepared once
 *   what --show names             files of toolchains outside of /usr, at the same place
 *   /artefact                     what the job's build made (see artefact.c)
 *   /proc /tmp /work /box         mount points; every run mounts its own
 */
#define _GNU_SOURCE
#include "agent.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef OPEN_TREE_CLONE
#define OPEN_TREE_CLONE 1
#endif
#ifndef MOVE_MOUNT_F_EMPTY_PATH
#define MOVE_MOUNT_F_EMPTY_PATH 4
#endif
#ifndef AT_RECURSIVE
#define AT_RECURSIVE 0x8000
#endif
#define ATTR_RDONLY 1ull
#define ATTR_NOSUID 2ull
#define ATTR_NODEV 4ull
#define SYS_OPEN_TREE 428
#define SYS_MOVE_MOUNT 429
#define SYS_MOUNT_SETATTR 442

struct attributes {
    uint64_t set, clear, propagation, userns;
};

struct bind {
    const char *from, *to;
    uint64_t attributes;
    bool required, is_file;
    int tree;
};

#define FIXED_BINDS 17u
#define LOCKED (ATTR_RDONLY | ATTR_NOSUID | ATTR_NODEV)

static int change(int fd, const char *path, uint64_t set) {
    struct attributes a = {.set = set, .propagation = MS_PRIVATE};
    unsigned flags = (*path ? 0u : (unsigned)AT_EMPTY_PATH | AT_RECURSIVE);
    return (int)syscall(SYS_MOUNT_SETATTR, fd, path, flags, &a, sizeof a);
}

/* Taken before the new root hides anything: a source may lie below the folder we mount on. */
static bool take(struct bind *b, char *why, size_t size) {
    struct stat s;
    b->tree = -1;
    if (stat(b->from, &s) < 0) {
        if (!b->required) return true;
        snprintf(why, size, "%s: %s", b->from, strerror(errno));
        return false;
    }
    b->is_file = !S_ISDIR(s.st_mode);
    b->tree = (int)syscall(SYS_OPEN_TREE, AT_FDCWD, b->from, OPEN_TREE_CLONE | O_CLOEXEC | AT_RECURSIVE);
    if (b->tree < 0 || change(b->tree, "", b->attributes) < 0) {
        snprintf(why, size, "cannot bind %s read-only (needs Linux 5.12): %s", b->from, strerror(errno));
        return false;
    }
    return true;
}

static void make_parents(const char *path) {
    char part[PATH_MAX];
    snprintf(part, sizeof part, "%s", path);
    for (char *p = strchr(part + 1, '/'); p; p = strchr(p + 1, '/')) {
        *p = 0;
        mkdir(part, 0755);
        *p = '/';
    }
}

static bool place(const char *root, const struct bind *b, char *why, size_t size) {
    if (b->tree < 0) return true;
    char to[PATH_MAX];
    snprintf(to, sizeof to, "%s%s", root, b->to);
    make_parents(to);
    if (b->is_file) {
        int fd = open(to, O_CREAT | O_WRONLY | O_CLOEXEC, 0644);
        if (fd >= 0) close(fd);
    } else {
        mkdir(to, 0755);
    }
    bool ok = syscall(SYS_MOVE_MOUNT, b->tree, "", AT_FDCWD, to, MOVE_MOUNT_F_EMPTY_PATH) == 0;
    if (!ok) snprintf(why, size, "cannot mount %s: %s", b->to, strerror(errno));
    close(b->tree);
    return ok;
}

static void put(const char *root, const char *path, const char *text) {
    char to[PATH_MAX];
    snprintf(to, sizeof to, "%s%s", root, path);
    make_parents(to);
    int fd = open(to, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0644);
    if (fd < 0) die("cannot write %s: %s", path, strerror(errno));
    must_write(fd, text, strlen(text), path);
    close(fd);
}

static void link_or_nothing(const char *root, const char *path, const char *target) {
    char at[PATH_MAX];
    snprintf(at, sizeof at, "%s%s", root, path);
    make_parents(at);
    if (symlink(target, at) < 0 && errno != EEXIST) die("cannot link %s: %s", path, strerror(errno));
}

static void folder(const char *root, const char *path) {
    char at[PATH_MAX];
    snprintf(at, sizeof at, "%s%s", root, path);
    make_parents(at);
    if (mkdir(at, 0755) < 0 && errno != EEXIST) die("cannot make %s: %s", path, strerror(errno));
}

/* /bin and its like are symlinks into /usr on merged systems: copied as such, and bound elsewhere. */
static bool copy_symlink(const char *root, const char *path) {
    char target[PATH_MAX];
    ssize_t n = readlink(path, target, sizeof target - 1);
    if (n < 0) return false;
    target[n] = 0;
    link_or_nothing(root, path, target);
    return true;
}

static void furnish(const char *root) {
    put(root, "/etc/passwd", "root:x:0:0:root:/:/bin/false\nbox:x:1000:1000:box:/work:/bin/sh\njudge:x:1001:1001:judge:/work:/bin/sh\n");
    put(root, "/etc/group", "root:x:0:\nbox:x:1000:\njudge:x:1001:\n");
    put(root, "/etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files\n");
    put(root, "/etc/hosts", "127.0.0.1 localhost box\n");
    link_or_nothing(root, "/dev/fd", "/proc/self/fd");
    link_or_nothing(root, "/dev/stdin", "/proc/self/fd/0");
    link_or_nothing(root, "/dev/stdout", "/proc/self/fd/1");
    link_or_nothing(root, "/dev/stderr", "/proc/self/fd/2");
    link_or_nothing(root, "/var/tmp", "/tmp");
    static const char *const points[] = {"/dev/shm", "/proc", "/tmp", "/work", "/box", "/artefact"};
    for (size_t i = 0; i < sizeof points / sizeof points[0]; i++) folder(root, points[i]);
}

/* Where an interpreter outside of /usr has its library: the folder above its bin. */
static const char *prefix_of(const char *python, char *into) {
    if (!realpath(python, into) || strncmp(into, "/usr/", 5) == 0) return NULL;
    for (int up = 0; up < 2; up++) {
        char *slash = strrchr(into, '/');
        if (!slash || slash == into) return NULL;
        *slash = 0;
    }
    return into;
}

bool root_build(const struct box *box, char *why, size_t size) {
    const char *root = "/tmp";
    char prefix_path[PATH_MAX];
    const char *prefix = prefix_of(box->python, prefix_path);
    struct bind binds[FIXED_BINDS + MAX_SHOWN] = {
        {"/usr", "/usr", LOCKED, true, false, -1},
        {"/bin", "/bin", LOCKED, false, false, -1},
        {"/sbin", "/sbin", LOCKED, false, false, -1},
        {"/lib", "/lib", LOCKED, false, false, -1},
        {"/lib64", "/lib64", LOCKED, false, false, -1},
        {"/etc/ld.so.cache", "/etc/ld.so.cache", LOCKED, false, false, -1},
        {"/etc/localtime", "/etc/localtime", LOCKED, false, false, -1},
        {"/etc/alternatives", "/etc/alternatives", LOCKED, false, false, -1},
        {"/dev/null", "/dev/null", ATTR_NOSUID, true, false, -1},
        {"/dev/zero", "/dev/zero", ATTR_NOSUID, true, false, -1},
        {"/dev/full", "/dev/full", ATTR_NOSUID, false, false, -1},
        {"/dev/random", "/dev/random", ATTR_NOSUID, false, false, -1},
        {"/dev/urandom", "/dev/urandom", ATTR_NOSUID, true, false, -1},
        {"/proc", "/proc", ATTR_NOSUID, true, false, -1},
        {box->support, "/opt/grader", LOCKED, true, false, -1},
        {box->prepared, PREPARED_INSIDE, LOCKED, false, false, -1},
        {prefix ? prefix : "/nonexistent", prefix ? prefix : "/nonexistent", LOCKED, false, false, -1},
    };
    const size_t count = FIXED_BINDS + box->shown_count;
    for (size_t i = FIXED_BINDS; i < count; i++) {
        const char *path = box->shown[i - FIXED_BINDS];
        binds[i] = (struct bind){path, path, LOCKED, false, false, -1};
    }
    if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) < 0) {
        snprintf(why, size, "cannot make the mounts private: %s", strerror(errno));
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (!take(&binds[i], why, size)) return false;
    }
    if (mount("box", root, "tmpfs", MS_NOSUID | MS_NODEV, "mode=0755,size=1m") < 0) {
        snprintf(why, size, "cannot mount a tmpfs: %s", strerror(errno));
        return false;
    }
    furnish(root);
    for (size_t i = 0; i < count; i++) {
        struct stat s;
        bool link = lstat(binds[i].from, &s) == 0 && S_ISLNK(s.st_mode) && !binds[i].is_file && copy_symlink(root, binds[i].to);
        if (link) {
            close(binds[i].tree);
        } else if (!place(root, &binds[i], why, size)) {
            return false;
        }
    }
    if (chdir(root) < 0 || syscall(SYS_pivot_root, ".", ".") < 0 || umount2(".", MNT_DETACH) < 0 || chdir("/") < 0) {
        snprintf(why, size, "cannot change to the new root: %s", strerror(errno));
        return false;
    }
    if (change(AT_FDCWD, "/", LOCKED & ~ATTR_NODEV) < 0) {
        snprintf(why, size, "cannot make the root read-only: %s", strerror(errno));
        return false;
    }
    return true;
}

/* Landlock is what hides the host's files where no mount namespace can be had (level uid). */
#define _GNU_SOURCE
#include "jail.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/types.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Own declarations: the kernel headers of older distributions have none, and the numbers are part of the ABI. */
#define LL_CREATE 444
#define LL_ADD_RULE 445
#define LL_RESTRICT 446
#define LL_PATH_BENEATH 1
#define LL_EXECUTE (1ull << 0)
#define LL_WRITE (1ull << 1)
#define LL_READ (1ull << 2)
#define LL_READ_DIR (1ull << 3)
#define LL_TRUNCATE (1ull << 14)
#define LL_IOCTL_DEV (1ull << 15)
#define LL_SCOPES 3ull

#define MAX_SHOWN_PATHS 80

struct ll_ruleset {
    __u64 fs, net, scoped;
};
struct ll_path {
    __u64 allowed;
    __s32 fd;
} __attribute__((packed));

int landlock_version(void) {
    long v = syscall(LL_CREATE, NULL, 0, 1);
    return v < 0 ? 0 : (int)v;
}

static uint64_t all_rights(uint32_t abi) {
    uint64_t rights = (1ull << 13) - 1;
    if (abi >= 2) rights |= 1ull << 13; /* linking across folders */
    if (abi >= 3) rights |= LL_TRUNCATE;
    if (abi >= 5) rights |= LL_IOCTL_DEV;
    return rights;
}

static int allow(int ruleset, const char *path, uint64_t rights) {
    int fd = open(path, O_PATH | O_CLOEXEC);
    if (fd < 0) return errno == ENOENT || errno == EACCES ? 0 : errno;
    struct stat s;
    if (fstat(fd, &s) == 0 && !S_ISDIR(s.st_mode)) rights &= LL_EXECUTE | LL_WRITE | LL_READ | LL_TRUNCATE | LL_IOCTL_DEV;
    struct ll_path rule = {.allowed = rights, .fd = fd};
    int e = syscall(LL_ADD_RULE, ruleset, LL_PATH_BENEATH, &rule, 0) == 0 ? 0 : errno;
    close(fd);
    return e;
}

static const char *shown[MAX_SHOWN_PATHS];
static size_t shown_count;

void landlock_show(const char *path) {
    if (shown_count < MAX_SHOWN_PATHS) shown[shown_count++] = path;
}

const char *landlock_shown(size_t n) { return n < shown_count ? shown[n] : NULL; }

int confine_with_landlock(const struct jail *jail) {
    static const char *const readable[] = {"/usr",         "/bin",          "/sbin",         "/lib",          "/lib64",
                                           "/etc/ld.so.cache", "/etc/localtime", "/etc/alternatives", "/etc/passwd",
                                           "/etc/group",   "/proc/self",    "/proc/cpuinfo", "/proc/meminfo", "/proc/stat",
                                           "/dev/zero",    "/dev/random",   "/dev/urandom"};
    uint64_t all = all_rights(jail->landlock);
    struct ll_ruleset attr = {.fs = all, .net = jail->landlock >= 4 ? 3 : 0, .scoped = jail->landlock >= 6 ? LL_SCOPES : 0};
    size_t size = jail->landlock >= 6 ? sizeof attr : jail->landlock >= 4 ? 16 : 8;
    int ruleset = (int)syscall(LL_CREATE, &attr, size, 0);
    if (ruleset < 0) return errno;
    int e = 0;
    for (size_t i = 0; !e && i < sizeof readable / sizeof readable[0]; i++)
        e = allow(ruleset, readable[i], LL_EXECUTE | LL_READ | LL_READ_DIR);
    for (size_t i = 0; !e && i < shown_count; i++) e = allow(ruleset, shown[i], LL_EXECUTE | LL_READ | LL_READ_DIR);
    static const char *const devices[] = {"/dev/null", "/dev/full"};
    for (size_t i = 0; !e && i < 2; i++) e = allow(ruleset, devices[i], (LL_READ | LL_WRITE | LL_TRUNCATE) & all);
    /* The working directory's parent: the run's own tmp stands beside it. */
    char own[sizeof jail->folder + 4];
    snprintf(own, sizeof own, "%s/..", jail->folder);
    if (!e) e = allow(ruleset, own, all & ~LL_IOCTL_DEV);
    if (!e && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0) e = errno;
    if (!e && syscall(LL_RESTRICT, ruleset, 0) < 0) e = errno;
    close(ruleset);
    return e;
}

/* Artefacts: what a build leaves in its working directory, and the programs of the job find in theirs.
 *
 * An artefact leaves the agent as bytes and comes back as bytes: nothing of one box is ever visible in another, and the
 * cache of builds is the host's, where no program can write.
 *
 *   entry     u8 1, `bytes` path, u8 executable, `bytes` content     regular files only, paths relative, without . and ..
 *   end       u8 0
 *
 * It is collected after every process of the build is dead, one component at a time and without following a link, and
 * lies where programs may read it and not write:
 *   level namespaces   /artefact, a tmpfs of the box, read-only once it is filled
 *   level uid          slot-N/artefact, 0750, root and the group of the candidate's lane
 * The working directory of a run is its own and writable; it gets a symbolic link for each entry of the artefact. */
#define _GNU_SOURCE
#include "agent.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_ENTRIES 20000u
#define MAX_DEPTH 32u
#define MAX_PATH 1000u
#define MOUNT_POINT "/artefact"

/* ---- collecting ---- */

struct collection {
    struct run *run;
    uint64_t left;
    unsigned entries;
    char path[MAX_PATH];
};

static bool is_source(const struct collection *c) {
    const struct program *p = c->run->program;
    for (uint32_t i = 0; !c->run->build->keep_sources && i < p->nfiles; i++) {
        const struct bytes *name = &p->files[i].name;
        if (strlen(c->path) == name->size && memcmp(c->path, name->data, name->size) == 0) return true;
    }
    return false;
}

/* Where the work folder is on a file system with other people's files, one of them would be a hard link to what the build
 * may not read, and we may. */
static bool is_own(const struct run *run, const struct stat *s) { return run->box->level == LEVEL_NAMESPACES || s->st_uid == run->lane->uid; }

static bool add_file(struct collection *c, int folder, const char *name) {
    int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat s;
    if (fd < 0 || fstat(fd, &s) < 0 || !S_ISREG(s.st_mode) || !is_own(c->run, &s)) {
        if (fd >= 0) close(fd);
        return true;
    }
    bool fits = (uint64_t)s.st_size <= c->left;
    if (fits) {
        size_t size = (size_t)s.st_size, have = 0;
        unsigned char *content = must_alloc(size);
        for (ssize_t n; have < size && (n = read(fd, content + have, size - have)) > 0;) have += (size_t)n;
        c->left -= size;
        buffer_u8(&c->run->made, 1);
        buffer_bytes(&c->run->made, c->path, strlen(c->path));
        buffer_u8(&c->run->made, s.st_mode & 0100 ? 1 : 0);
        buffer_bytes(&c->run->made, content, have);
        free(content);
    }
    close(fd);
    return fits;
}

static bool add_folder(struct collection *c, int fd, unsigned depth);

static bool add_entry(struct collection *c, int folder, const char *name, unsigned depth) {
    struct stat s;
    size_t before = strlen(c->path);
    if (++c->entries > MAX_ENTRIES || before + strlen(name) + 2 > sizeof c->path) return false;
    if (fstatat(folder, name, &s, AT_SYMLINK_NOFOLLOW) < 0) return true;
    snprintf(c->path + before, sizeof c->path - before, "%s%s", before ? "/" : "", name);
    bool fits = true;
    if (S_ISDIR(s.st_mode)) {
        int sub = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        fits = depth < MAX_DEPTH && (sub < 0 || add_folder(c, sub, depth + 1));
        if (depth >= MAX_DEPTH && sub >= 0) close(sub);
    } else if (S_ISREG(s.st_mode) && !is_source(c)) {
        fits = add_file(c, folder, name);
    }
    c->path[before] = 0;
    return fits;
}

static bool add_folder(struct collection *c, int fd, unsigned depth) {
    DIR *d = fdopendir(fd);
    if (!d) close(fd);
    bool fits = true;
    for (struct dirent *e; d && fits && (e = readdir(d));) {
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0) fits = add_entry(c, fd, e->d_name, depth);
    }
    if (d) closedir(d);
    return fits;
}

bool artefact_collect(struct run *run) {
    struct collection c = {.run = run, .left = run->build->limit};
    int home = run->box->level == LEVEL_NAMESPACES ? fcntl(run->init_fds[INIT_TMPFS], F_DUPFD_CLOEXEC, 0)
                                                   : open(run->lane->home, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    int work = home < 0 ? -1 : openat(home, "work", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (home >= 0) close(home);
    bool fits = work < 0 || add_folder(&c, work, 0);
    buffer_u8(&run->made, 0);
    if (!fits) buffer_free(&run->made);
    return fits;
}

/* ---- installing ---- */

struct reader {
    const unsigned char *at;
    size_t left;
};

struct entry {
    struct bytes path, content;
    bool executable;
};

static bool read_number(struct reader *r, size_t size, uint32_t *value) {
    if (r->left < size) return false;
    *value = 0;
    for (size_t i = 0; i < size; i++) *value |= (uint32_t)r->at[i] << (8 * i);
    r->at += size;
    r->left -= size;
    return true;
}

static bool read_bytes(struct reader *r, struct bytes *b) {
    uint32_t size;
    if (!read_number(r, 4, &size) || size > r->left) return false;
    *b = (struct bytes){r->at, size};
    r->at += size;
    r->left -= size;
    return true;
}

/* 1: an entry, 0: the end, -1: malformed. */
static int read_entry(struct reader *r, struct entry *e) {
    uint32_t more, executable = 0;
    if (!read_number(r, 1, &more) || more > 1) return -1;
    if (!more) return r->left == 0 ? 0 : -1;
    if (!read_bytes(r, &e->path) || !read_number(r, 1, &executable) || !read_bytes(r, &e->content)) return -1;
    e->executable = executable != 0;
    return 1;
}

/* The folders of a path are made as needed; there is no link among them, for we made them all. */
static int open_parent(int top, char *path, char **name, mode_t mode) {
    int fd = fcntl(top, F_DUPFD_CLOEXEC, 0);
    *name = path;
    for (char *slash; fd >= 0 && (slash = strchr(*name, '/')); *name = slash + 1) {
        *slash = 0;
        bool made = mkdirat(fd, *name, mode) == 0 || errno == EEXIST;
        int next = !made ? -1 : openat(fd, *name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        close(fd);
        fd = next;
    }
    return fd;
}

static bool plain_path(const struct bytes *path) {
    if (path->size == 0 || path->size >= MAX_PATH || memchr(path->data, 0, path->size)) return false;
    const char *at = (const char *)path->data, *end = at + path->size;
    for (;;) {
        const char *slash = memchr(at, '/', (size_t)(end - at));
        size_t size = (size_t)((slash ? slash : end) - at);
        if (size == 0 || (size == 1 && at[0] == '.') || (size == 2 && at[0] == '.' && at[1] == '.')) return false;
        if (!slash) return true;
        at = slash + 1;
    }
}

static void remember_name(struct artefact *a, const char *path) {
    size_t size = strcspn(path, "/");
    for (size_t i = 0; i < a->count; i++) {
        if (strlen(a->names[i]) == size && strncmp(a->names[i], path, size) == 0) return;
    }
    a->names = must_grow(a->names, (a->count + 1) * sizeof *a->names);
    a->names[a->count++] = strndup(path, size);
}

static const char *write_entry(struct box *box, int top, const struct entry *e) {
    char path[MAX_PATH], *name;
    if (!plain_path(&e->path)) return "a path that is not plain";
    memcpy(path, e->path.data, e->path.size);
    path[e->path.size] = 0;
    remember_name(&box->artefact, path);
    mode_t folder = 0755, file = e->executable ? 0755 : 0644;
    int parent = open_parent(top, path, &name, folder);
    int fd = parent < 0 ? -1 : openat(parent, name, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, file);
    if (fd < 0) die("cannot write %s of an artefact: %s", name, strerror(errno));
    must_write(fd, e->content.data, e->content.size, "a file of an artefact");
    close(fd);
    close(parent);
    return NULL;
}

static const char *write_entries(struct box *box, int top, const unsigned char *payload, size_t size) {
    struct reader r = {payload, size};
    struct entry e;
    for (int more; (more = read_entry(&r, &e)) != 0;) {
        const char *wrong = more < 0 ? "its lengths do not fit" : write_entry(box, top, &e);
        if (wrong) return wrong;
    }
    return NULL;
}

/* Removes a folder that only we could write to. */
static void remove_folder(int parent, const char *name) {
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *d = fd < 0 ? NULL : fdopendir(fd);
    for (struct dirent *e; d && (e = readdir(d));) {
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0 && unlinkat(fd, e->d_name, 0) < 0) remove_folder(fd, e->d_name);
    }
    if (d) closedir(d);
    if (unlinkat(parent, name, AT_REMOVEDIR) < 0 && errno != ENOENT) die("cannot remove %s of an artefact: %s", name, strerror(errno));
}

static void place_at_uid_level(const struct box *box, char *into, size_t size) {
    snprintf(into, size, "%s/slot-%u/artefact", box->work_root, box->slot);
}

void artefact_prepare_uid(struct box *box) {
    static char place[256];
    place_at_uid_level(box, place, sizeof place);
    remove_folder(AT_FDCWD, place);
    landlock_show(place);
}

void artefact_drop(struct box *box) {
    struct artefact *a = &box->artefact;
    if (!a->folder[0]) return;
    if (box->level == LEVEL_NAMESPACES) {
        if (umount2(MOUNT_POINT, MNT_DETACH) < 0) die("cannot unmount an artefact: %s", strerror(errno));
    } else {
        remove_folder(AT_FDCWD, a->folder);
    }
    for (size_t i = 0; i < a->count; i++) free(a->names[i]);
    free(a->names);
    *a = (struct artefact){0};
}

static void make_place(struct box *box, size_t size) {
    struct artefact *a = &box->artefact;
    if (box->level == LEVEL_NAMESPACES) {
        char options[64];
        snprintf(options, sizeof options, "mode=0755,size=%zu", size * 2 + ((size_t)16 << 20));
        snprintf(a->folder, sizeof a->folder, MOUNT_POINT);
        if (mount("artefact", MOUNT_POINT, "tmpfs", MS_NOSUID | MS_NODEV, options) < 0) die("cannot mount a tmpfs for an artefact: %s", strerror(errno));
        return;
    }
    gid_t group = box->lanes[0].uid;
    place_at_uid_level(box, a->folder, sizeof a->folder);
    if (mkdir(a->folder, 0700) < 0 || chown(a->folder, 0, group) < 0 || chmod(a->folder, 0750) < 0) die("cannot make %s: %s", a->folder, strerror(errno));
}

static void make_read_only(const struct box *box) {
    if (box->level == LEVEL_NAMESPACES && mount(NULL, MOUNT_POINT, NULL, MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV, NULL) < 0)
        die("cannot make an artefact read-only: %s", strerror(errno));
}

const char *artefact_install(struct box *box, const unsigned char *payload, size_t size) {
    artefact_drop(box);
    make_place(box, size);
    mode_t mask = umask(0);
    int top = open(box->artefact.folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (top < 0) die("cannot open %s: %s", box->artefact.folder, strerror(errno));
    const char *wrong = write_entries(box, top, payload, size);
    close(top);
    umask(mask);
    make_read_only(box);
    return wrong;
}

/* A file that the run brings itself is not replaced. */
void artefact_link(int folder, const struct run *run) {
    const struct artefact *a = &run->box->artefact;
    for (size_t i = 0; i < a->count; i++) {
        char target[sizeof a->folder + MAX_PATH + 1];
        snprintf(target, sizeof target, "%s/%s", a->folder, a->names[i]);
        if (symlinkat(target, folder, a->names[i]) < 0 && errno != EEXIST) die("cannot link %s: %s", a->names[i], strerror(errno));
    }
}

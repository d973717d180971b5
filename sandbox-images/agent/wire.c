/* Frames: payload length (4 bytes, little endian), type (1 byte), payload. Every length is checked against what is left
 * before anything is taken for it, and nothing is copied: a decoded case points into its payload. */
#define _GNU_SOURCE
#include "agent.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define HEADER sizeof((struct inbox *)0)->header

static void header_done(struct inbox *in) {
    const unsigned char *h = in->header;
    in->size = (size_t)h[0] | (size_t)h[1] << 8 | (size_t)h[2] << 16 | (size_t)h[3] << 24;
    if (in->size > MAX_FRAME) die("a frame of %zu bytes is over the limit of %zu", in->size, MAX_FRAME);
    in->payload = must_alloc(in->size);
}

bool inbox_full(const struct inbox *in) { return in->have >= HEADER && in->have == HEADER + in->size; }

uint8_t inbox_type(const struct inbox *in) { return in->header[4]; }

enum inbox_state inbox_read(struct inbox *in) {
    bool heading = in->have < HEADER;
    unsigned char *into = heading ? in->header + in->have : in->payload + (in->have - HEADER);
    size_t wanted = (heading ? HEADER : HEADER + in->size) - in->have;
    ssize_t n;
    do n = read(in->fd, into, wanted);
    while (n < 0 && errno == EINTR);
    if (n < 0) die("cannot read a frame: %s", strerror(errno));
    if (n == 0) {
        if (in->have == 0) return INBOX_ENDED;
        die("the input ended in the middle of a frame");
    }
    in->have += (size_t)n;
    if (heading && in->have == HEADER) header_done(in);
    return inbox_full(in) ? INBOX_FULL : INBOX_PART;
}

bool inbox_wait(struct inbox *in) {
    while (!inbox_full(in)) {
        if (inbox_read(in) == INBOX_ENDED) return false;
    }
    return true;
}

unsigned char *inbox_take(struct inbox *in, size_t *size) {
    unsigned char *payload = in->payload;
    *size = in->size;
    *in = (struct inbox){.fd = in->fd};
    return payload;
}

void write_frame(int fd, uint8_t type, const struct buffer *payload) {
    struct buffer header = {0};
    buffer_u32(&header, (uint32_t)payload->size);
    buffer_u8(&header, type);
    /* One write for the small ones, so that the reader wakes once. */
    if (payload->size <= 4096) {
        buffer_add(&header, payload->data, payload->size);
        must_write(fd, header.data, header.size, "a frame");
    } else {
        must_write(fd, header.data, header.size, "a frame");
        must_write(fd, payload->data, payload->size, "a frame");
    }
    buffer_free(&header);
}

/* What fits into a pipe that nobody reads yet. */
#define MAX_TOLD 4096u

struct cursor {
    const unsigned char *at;
    size_t left;
    const char *wrong;
};

static const unsigned char *take(struct cursor *c, size_t size) {
    if (c->wrong) return NULL;
    if (size > c->left) {
        c->wrong = "the case is shorter than its lengths say";
        return NULL;
    }
    const unsigned char *p = c->at;
    c->at += size;
    c->left -= size;
    return p;
}

static uint64_t take_number(struct cursor *c, size_t size) {
    const unsigned char *p = take(c, size);
    uint64_t v = 0;
    for (size_t i = 0; p && i < size; i++) v |= (uint64_t)p[i] << (8 * i);
    return v;
}

static struct bytes take_bytes(struct cursor *c) {
    uint32_t size = (uint32_t)take_number(c, 4);
    const unsigned char *p = take(c, size);
    return (struct bytes){p, p ? size : 0};
}

static void refuse(struct cursor *c, const char *why) {
    if (!c->wrong) c->wrong = why;
}

static void take_limits(struct cursor *c, struct limits *l) {
    l->cpu_us = take_number(c, 8);
    l->wall_us = take_number(c, 8);
    l->memory = take_number(c, 8);
    l->output = take_number(c, 8);
    l->disk = take_number(c, 8);
    l->file_size = take_number(c, 8);
    l->stack = take_number(c, 8);
    l->processes = (uint32_t)take_number(c, 4);
    l->open_files = (uint32_t)take_number(c, 4);
    const uint64_t day = 86400ull * 1000000, huge = 1ull << 42;
    if (l->cpu_us == 0 || l->cpu_us > day || l->wall_us == 0 || l->wall_us > day) refuse(c, "a time limit is out of range");
    if (l->memory == 0 || l->memory > huge || l->disk == 0 || l->disk > huge || l->file_size > huge || l->stack > huge)
        refuse(c, "a size limit is out of range");
    if (l->output > MAX_FRAME / 4) refuse(c, "an output limit is out of range");
    if (l->processes == 0 || l->processes > 100000 || l->open_files < 8 || l->open_files > 1000000)
        refuse(c, "a count limit is out of range");
}

static bool plain_name(struct bytes name) {
    if (name.size == 0 || name.size > 100 || name.data[0] == '.') return false;
    for (uint32_t i = 0; i < name.size; i++) {
        unsigned char ch = name.data[i];
        bool ok = (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch >= '0' && ch <= '9') || ch == '_' || ch == '-' || ch == '.';
        if (!ok) return false;
    }
    return true;
}

static void take_surroundings(struct cursor *c, struct program *p) {
    uint8_t flags = (uint8_t)take_number(c, 1);
    if (flags > 15) refuse(c, "an unknown flag");
    p->no_fence = flags & 1;
    p->tells = flags & 2;
    p->talks = flags & 8;
    p->reports = flags & (2 | 4);
    p->nenv = (uint32_t)take_number(c, 4);
    if (p->nenv > MAX_ENV) refuse(c, "too many variables");
    for (uint32_t i = 0; !c->wrong && i < p->nenv; i++) {
        p->env[i] = take_bytes(c);
        const unsigned char *text = p->env[i].data;
        bool ok = !c->wrong && p->env[i].size > 1 && !memchr(text, 0, p->env[i].size) && text[0] != '=' && memchr(text, '=', p->env[i].size);
        if (!ok) refuse(c, "a variable that is not NAME=VALUE");
    }
}

static void take_program(struct cursor *c, struct program *p) {
    uint8_t runner = (uint8_t)take_number(c, 1);
    if (runner > RUN_JUDGE) refuse(c, "an unknown runner");
    p->runner = (enum runner)(runner > RUN_JUDGE ? RUN_EXEC : runner);
    take_limits(c, &p->limits);
    p->argc = (uint32_t)take_number(c, 4);
    if (p->argc > MAX_ARGS - 1) refuse(c, "too many arguments");
    for (uint32_t i = 0; !c->wrong && i < p->argc; i++) {
        p->argv[i] = take_bytes(c);
        if (p->argv[i].size > 0 && memchr(p->argv[i].data, 0, p->argv[i].size)) refuse(c, "a NUL in an argument");
    }
    p->nfiles = (uint32_t)take_number(c, 4);
    if (p->nfiles > MAX_FILES) refuse(c, "too many files");
    for (uint32_t i = 0; !c->wrong && i < p->nfiles; i++) {
        p->files[i].name = take_bytes(c);
        p->files[i].content = take_bytes(c);
        if (!c->wrong && !plain_name(p->files[i].name)) refuse(c, "a file name that is not plain");
    }
    p->input = take_bytes(c);
    take_surroundings(c, p);
    if (!c->wrong && p->runner == RUN_EXEC && p->argc == 0) refuse(c, "a command without words");
    if (!c->wrong && p->tells && (p->runner != RUN_EXEC || p->input.size > MAX_TOLD)) refuse(c, "a secret that cannot be told");
    if (!c->wrong && p->reports && p->runner != RUN_EXEC) refuse(c, "a report of a program that is not executed");
}

const char *decode_case(const unsigned char *payload, size_t size, struct job_case *out) {
    struct cursor c = {payload, size, NULL};
    out->build = (struct build){0};
    out->count = (uint32_t)take_number(&c, 4);
    if (out->count < 1 || out->count > MAX_PROGRAMS) refuse(&c, "a case has one program or two");
    for (uint32_t i = 0; !c.wrong && i < out->count; i++) take_program(&c, &out->programs[i]);
    if (!c.wrong && (out->programs[0].talks || (out->count == 2 && out->programs[1].talks && out->programs[1].runner != RUN_EXEC)))
        refuse(&c, "only the second program of a case talks to the first, and is executed");
    if (!c.wrong && c.left > 0) refuse(&c, "bytes after the end of the case");
    return c.wrong;
}

const char *decode_build(const unsigned char *payload, size_t size, struct job_case *out) {
    struct cursor c = {payload, size, NULL};
    out->count = 1;
    out->build = (struct build){.wanted = true, .keep_sources = take_number(&c, 1) != 0, .limit = take_number(&c, 8)};
    if (out->build.limit > MAX_FRAME / 2) refuse(&c, "the limit of an artefact is out of range");
    take_program(&c, &out->programs[0]);
    if (!c.wrong && (out->programs[0].runner != RUN_EXEC || out->programs[0].talks)) refuse(&c, "a build that is not executed");
    if (!c.wrong && c.left > 0) refuse(&c, "bytes after the end of the build");
    return c.wrong;
}

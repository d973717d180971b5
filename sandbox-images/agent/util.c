#define _GNU_SOURCE
#include "agent.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void say(const char *format, va_list args) {
    fputs("grader-agent: ", stderr);
    vfprintf(stderr, format, args); // NOLINT(clang-analyzer-valist.Uninitialized): both callers have started it
    fputc('\n', stderr);
}

void die(const char *format, ...) {
    va_list args;
    va_start(args, format);
    say(format, args);
    va_end(args);
    _exit(2);
}

void note(const char *format, ...) {
    va_list args;
    va_start(args, format);
    say(format, args);
    va_end(args);
}

void *must_alloc(size_t size) {
    void *p = calloc(1, size ? size : 1);
    if (!p) die("out of memory (%zu bytes)", size);
    return p;
}

void *must_grow(void *old, size_t size) {
    void *p = realloc(old, size);
    if (!p) die("out of memory (%zu bytes)", size);
    return p;
}

void must_write(int fd, const void *data, size_t size, const char *what) {
    const char *p = data;
    while (size > 0) {
        ssize_t n = write(fd, p, size);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) die("cannot write %s: %s", what, strerror(errno));
        p += n;
        size -= (size_t)n;
    }
}

bool write_file(const char *path, const char *text) {
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0) return false;
    size_t size = strlen(text);
    bool ok = write(fd, text, size) == (ssize_t)size;
    int saved = errno;
    close(fd);
    errno = saved;
    return ok;
}

uint64_t now_us(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000u + (uint64_t)t.tv_nsec / 1000u;
}

void buffer_add(struct buffer *b, const void *data, size_t size) {
    if (size == 0) return;
    if (b->size + size > b->room) {
        size_t room = b->room ? b->room : 256;
        while (room < b->size + size) room *= 2;
        b->data = must_grow(b->data, room);
        b->room = room;
    }
    memcpy(b->data + b->size, data, size);
    b->size += size;
}

void buffer_u8(struct buffer *b, uint8_t v) { buffer_add(b, &v, 1); }

void buffer_u32(struct buffer *b, uint32_t v) {
    unsigned char raw[4];
    for (int i = 0; i < 4; i++) raw[i] = (unsigned char)(v >> (8 * i));
    buffer_add(b, raw, sizeof raw);
}

void buffer_u64(struct buffer *b, uint64_t v) {
    buffer_u32(b, (uint32_t)v);
    buffer_u32(b, (uint32_t)(v >> 32));
}

void buffer_bytes(struct buffer *b, const void *data, size_t size) {
    buffer_u32(b, (uint32_t)size);
    buffer_add(b, data, size);
}

void buffer_free(struct buffer *b) {
    free(b->data);
    *b = (struct buffer){0};
}

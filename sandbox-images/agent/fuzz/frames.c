/* The host's stream as any bytes: frames of any length in pieces of any length, their cases and builds decoded.
 *
 * The first byte of an input says in pieces of how many bytes the rest arrives. */
#include "../agent.h"
#include "fuzz.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

/* A longer frame takes only memory, and time of the fuzzer. */
#define LONGEST_WORTH_TRYING ((size_t)1 << 20)

static const uint8_t *stream;
static size_t left, piece;
static struct inbox in;
static unsigned char *taken;

/* In place of read(2) in wire.c. */
ssize_t fuzz_read(int fd, void *into, size_t wanted);
ssize_t fuzz_read(int fd, void *into, size_t wanted) {
    (void)fd;
    size_t n = wanted < piece ? wanted : piece;
    if (n > left) n = left;
    memcpy(into, stream, n);
    stream += n;
    left -= n;
    return (ssize_t)n;
}

static unsigned touched;

static void inside(const struct bytes *b, const unsigned char *payload, size_t size) {
    fuzz_promise(b->size == 0 || (b->data >= payload && b->data + b->size <= payload + size), "what was decoded lies in the payload");
    for (uint32_t i = 0; i < b->size; i++) touched += b->data[i];
}

static void check_program(const struct program *p, const unsigned char *payload, size_t size) {
    fuzz_promise(p->argc < MAX_ARGS && p->nfiles <= MAX_FILES && p->nenv <= MAX_ENV, "counts are within bounds");
    fuzz_promise(p->runner != RUN_EXEC || p->argc > 0, "an executed program has a word");
    fuzz_promise(p->limits.cpu_us > 0 && p->limits.wall_us > 0 && p->limits.memory > 0, "limits are positive");
    for (uint32_t i = 0; i < p->argc; i++) {
        inside(&p->argv[i], payload, size);
        fuzz_promise(p->argv[i].size == 0 || !memchr(p->argv[i].data, 0, p->argv[i].size), "no argument holds a NUL");
    }
    for (uint32_t i = 0; i < p->nenv; i++) {
        inside(&p->env[i], payload, size);
        fuzz_promise(memchr(p->env[i].data, '=', p->env[i].size) != NULL, "a variable has a name");
    }
    for (uint32_t i = 0; i < p->nfiles; i++) {
        inside(&p->files[i].name, payload, size);
        inside(&p->files[i].content, payload, size);
        fuzz_promise(p->files[i].name.size > 0 && p->files[i].name.data[0] != '.', "a file has a plain name");
        fuzz_promise(!memchr(p->files[i].name.data, '/', p->files[i].name.size), "a file is in no folder");
    }
    inside(&p->input, payload, size);
}

static void decode(uint8_t type, const unsigned char *payload, size_t size) {
    static struct job_case c;
    const char *wrong;
    if (type == FRAME_CASE) wrong = decode_case(payload, size, &c);
    else if (type == FRAME_BUILD) wrong = decode_build(payload, size, &c);
    else return;
    if (wrong) return;
    fuzz_promise(c.count >= 1 && c.count <= MAX_PROGRAMS, "a case has one program or two");
    for (uint32_t i = 0; i < c.count; i++) check_program(&c.programs[i], payload, size);
}

static int is_worth_trying(const uint8_t *data, size_t size) {
    for (size_t at = 0; size - at >= 5;) {
        size_t claimed = (size_t)data[at] | (size_t)data[at + 1] << 8 | (size_t)data[at + 2] << 16 | (size_t)data[at + 3] << 24;
        if (claimed > LONGEST_WORTH_TRYING && claimed <= MAX_FRAME) return 0;
        if (claimed > size - at - 5) return 1;
        at += 5 + claimed;
    }
    return 1;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 1 || !is_worth_trying(data + 1, size - 1)) return 0;
    piece = data[0] ? data[0] : SIZE_MAX;
    stream = data + 1;
    left = size - 1;
    in = (struct inbox){.fd = -1};
    taken = NULL;
    if (setjmp(fuzz_refused) == 0) {
        while (inbox_wait(&in)) {
            uint8_t type = inbox_type(&in);
            size_t have;
            taken = inbox_take(&in, &have);
            decode(type, taken, have);
            free(taken);
            taken = NULL;
        }
    }
    free(taken);
    free(in.payload);
    return 0;
}

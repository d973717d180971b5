/* Artefacts as any bytes: what is written stays below the artefact's folder, and nothing is left of it afterwards. */
#define _GNU_SOURCE
#include "../agent.h"
#include "fuzz.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Memory, as the work folder of an agent that is told to use one. */
static char root[] = "/dev/shm/fuzz-artefacts-XXXXXX";
static struct box box;

static void remove_root(void) {
    char slot[sizeof root + 8];
    artefact_drop(&box);
    snprintf(slot, sizeof slot, "%s/slot-0", root);
    rmdir(slot);
    rmdir(root);
}

static void set_up(void) {
    char slot[sizeof root + 8];
    if (!mkdtemp(root)) abort();
    snprintf(slot, sizeof slot, "%s/slot-0", root);
    if (mkdir(slot, 0755) < 0) abort();
    box.level = LEVEL_UID;
    box.work_root = root;
    box.lanes[0].uid = getgid();
    atexit(remove_root);
}

static unsigned entries(const char *folder) {
    DIR *d = opendir(folder);
    unsigned count = 0;
    for (struct dirent *e; d && (e = readdir(d));) count += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
    if (d) closedir(d);
    return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char slot[sizeof root + 8];
    if (!box.work_root) set_up();
    int first_free = dup(STDERR_FILENO);
    close(first_free);
    if (setjmp(fuzz_refused) == 0) artefact_install(&box, data, size);
    /* The agent would have ended with what it had open. */
    close_range((unsigned)first_free, ~0u, 0);
    umask(022);
    snprintf(slot, sizeof slot, "%s/slot-0", root);
    fuzz_promise(entries(root) == 1 && entries(slot) <= 1, "nothing is written beside the artefact");
    if (setjmp(fuzz_refused) != 0) fuzz_promise(0, "whatever was written can be removed");
    artefact_drop(&box);
    fuzz_promise(entries(slot) == 0, "nothing is left of an artefact");
    return 0;
}

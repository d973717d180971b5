#define _GNU_SOURCE
#include <dirent.h>
#include <stdio.h>
#include <string.h>

static int seen;

static size_t read_file(const char *path, char *into, size_t size) {
    FILE *file = fopen(path, "r");
    if (!file) return 0;
    size_t n = fread(into, 1, size, file);
    fclose(file);
    return n;
}

static void saw(const char *what) {
    printf("saw %s\n", what);
    seen = 1;
}

int main(void) {
    static const char *const files[] = {"/proc/1/environ", "/etc/shadow"};
    static const char *const folders[] = {"/home", "/root", "/tmp/grader-work"};
    char buffer[10000], path[300];
    for (size_t i = 0; i < 2; i++) {
        if (read_file(files[i], buffer, sizeof buffer) > 0) saw(files[i]);
    }
    for (size_t i = 0; i < 3; i++) {
        DIR *folder = opendir(folders[i]);
        for (struct dirent *e; folder && (e = readdir(folder));) {
            if (e->d_name[0] != '.') saw(folders[i]);
        }
    }
    DIR *processes = opendir("/proc");
    for (struct dirent *e; processes && (e = readdir(processes));) {
        if (e->d_name[0] < '0' || e->d_name[0] > '9') continue;
        snprintf(path, sizeof path, "/proc/%s/environ", e->d_name);
        size_t n = read_file(path, buffer, sizeof buffer);
        if (n > 0 && !memmem(buffer, n, "LANG=C.UTF-8", 12)) saw(path);
    }
    if (!seen) puts("alone");
}

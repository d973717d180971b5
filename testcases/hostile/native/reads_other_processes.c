// A23 | sum | WA/TLE | no memory but its own can be read
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <sys/uio.h>
#include <unistd.h>

int main(void) {
    int got = 0;
    char path[64], into[16];
    for (int pid = 1; pid < 2000; pid++) {
        if (pid == getpid()) continue;
        snprintf(path, sizeof path, "/proc/%d/mem", pid);
        int fd = open(path, O_RDONLY);
        if (fd >= 0) got++;
        struct iovec mine = {into, sizeof into}, theirs = {(void *)0x400000, sizeof into};
        if (process_vm_readv(pid, &mine, 1, &theirs, 1, 0) > 0) got++;
    }
    puts(got ? "6" : "7");
    return 0;
}

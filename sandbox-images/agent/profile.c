/* The seccomp profile of a container, as Docker and Podman take it: what neither the agent nor a program needs. What the
 * agent needs to wall off its runs stays allowed in the container; its own filter takes that from the programs. Names that
 * the engine's libseccomp does not know are ignored by it. */
#define _GNU_SOURCE
#include "agent.h"
#include "denied.h"

#include <errno.h>
#include <stdio.h>
#include <sys/socket.h>

#define PRINT_NAMED(name, number, error) fprintf(out, "{\"names\":[\"" #name "\"],\"action\":\"SCMP_ACT_ERRNO\",\"errnoRet\":%d},\n", error);
#define PRINT_NOTHING(name, number, error)

void print_seccomp_profile(FILE *out) {
    fputs("{\"defaultAction\":\"SCMP_ACT_ALLOW\",\"syscalls\":[\n", out);
    DENIED(PRINT_NOTHING, PRINT_NAMED)
    static const char conditional[] = "{\"names\":[\"%s\"],\"action\":\"SCMP_ACT_ERRNO\",\"errnoRet\":%d,\"args\":[{\"index\":%d,\"value\":%u,\"op\":\"%s\"}]}%s\n";
    fprintf(out, conditional, "socketpair", EPERM, 0, (unsigned)AF_UNIX, "SCMP_CMP_NE", ",");
    fprintf(out, conditional, "personality", EPERM, 0, ASK_PERSONALITY, "SCMP_CMP_NE", ",");
    fprintf(out, conditional, "ioctl", EPERM, 1, PUSH_INTO_TERMINAL, "SCMP_CMP_EQ", "");
    fputs("]}\n", out);
}

/* The seccomp profile of a container, as Docker and Podman take it: what neither the agent nor a program needs. What the
 * agent needs to wall off its runs stays allowed in the container; its own filter takes that from the programs. Names that
 * the engine's libseccomp does not know are ignored by it. */
#define _GNU_SOURCE
#include "agent.h"
#include "denied.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

/* A refusal by the container would come before the agent heard of the call, and could not be counted. Calls that wait for a
 * tracer which there is not fail as well, with ENOSYS, and only after the agent was asked. ptrace itself is refused at once, so
 * that there can be no tracer. */
static void print_refusal(FILE *out, const char *name, int error) {
    bool counted = error == EPERM && strcmp(name, "ptrace") != 0;
    fprintf(out, "{\"names\":[\"%s\"],", name);
    if (counted) fputs("\"action\":\"SCMP_ACT_TRACE\"},\n", out);
    else fprintf(out, "\"action\":\"SCMP_ACT_ERRNO\",\"errnoRet\":%d},\n", error);
}

#define PRINT_NAMED(name, number, error) print_refusal(out, #name, error);
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

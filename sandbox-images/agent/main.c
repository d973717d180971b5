/* The agent: runs untrusted programs, one case at a time.
 *
 * Theory of operation. Five kinds of processes:
 *
 *   keeper        the parent of the agent. Does nothing but wait for it, and then removes what needs the rights it had.
 *   agent         this program. Reads cases from stdin, writes results to stdout. Lives in the box: its own user, net, uts,
 *                 mount and ipc namespaces on a minimal read-only root, made once at start (level `namespaces`), or stays
 *                 root on the host and gives each lane a user id of its own (level `uid`).
 *   interpreter   one per lane (candidate, judge), warm, started on first use; never runs what it is given, only forks.
 *                 Other languages have theirs, and compilers, which live in the same way in a lane of their own (warm.c).
 *   init          one per run: first process of the run's own pid and mount namespaces; mounts the run's private
 *                 files, buries orphans. Killing it kills everything in the run.
 *   program       the untrusted one: a child of the interpreter that joined the init's namespaces, or of the init.
 *
 * The result travels out of band: the agent learns the end of the program from its parent's wait, CPU and memory from the
 * control group (or by looking at every process), and what was printed from pipes. The program holds descriptors 0, 1, 2,
 * and where its runner needs them 3 (report) and 4 (link to the other program of the case), and nothing else.
 *
 * Whatever goes wrong on our side ends the agent with a sentence on stderr, or comes back as an ERROR frame; the host
 * starts another agent and repeats the case. Nothing of ours ever becomes a result. */
#define _GNU_SOURCE
#include "agent.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define ATTEMPTS 10

struct options {
    const char *python, *support, *work_root;
    enum level wanted; /* 0: the strongest there is */
    bool cgroups;
    int slot; /* -1: any that is free */
    const char *prepared, *shown[MAX_SHOWN];
    size_t shown_count;
};

static _Noreturn void usage(void) {
    fputs("usage: grader-agent --python FILE --support FOLDER [--work-root FOLDER] [--level namespaces|uid] [--no-cgroup]\n"
          "                    [--slot N]\n"
          "                    [--prepared FOLDER]  what toolchains prepared once\n"
          "                    [--show PATH]...     a folder or file of a toolchain that programs may read\n"
          "       grader-agent --print-seccomp-profile\n"
          "Speaks frames on stdin and stdout; see docs/agent-protocol.md.\n",
          stderr);
    exit(2);
}

static enum level level_named(const char *name) {
    if (strcmp(name, "namespaces") == 0) return LEVEL_NAMESPACES;
    if (strcmp(name, "uid") == 0) return LEVEL_UID;
    usage();
}

static int slot_numbered(const char *text) {
    char *end;
    errno = 0;
    long slot = strtol(text, &end, 10);
    if (errno || end == text || *end || slot < 0 || slot >= SLOTS) usage();
    return (int)slot;
}

static _Noreturn void print_profile(void) {
    print_seccomp_profile(stdout);
    if (fflush(stdout) != 0) die("cannot write the seccomp profile: %s", strerror(errno));
    exit(0);
}

static struct options read_options(int argc, char **argv) {
    static const struct option known[] = {{"python", required_argument, NULL, 'p'},    {"support", required_argument, NULL, 's'},
                                          {"work-root", required_argument, NULL, 'w'}, {"level", required_argument, NULL, 'l'},
                                          {"no-cgroup", no_argument, NULL, 'n'},       {"slot", required_argument, NULL, 't'},
                                          {"show", required_argument, NULL, 'v'},      {"prepared", required_argument, NULL, 'r'},
                                          {"print-seccomp-profile", no_argument, NULL, 'c'}, {NULL, 0, NULL, 0}};
    struct options o = {.work_root = "/tmp/grader-work", .prepared = "/nonexistent", .cgroups = true, .slot = -1};
    for (int c; (c = getopt_long(argc, argv, "", known, NULL)) >= 0;) {
        if (c == 'p') o.python = optarg;
        else if (c == 's') o.support = optarg;
        else if (c == 'w') o.work_root = optarg;
        else if (c == 'l') o.wanted = level_named(optarg);
        else if (c == 'n') o.cgroups = false;
        else if (c == 't') o.slot = slot_numbered(optarg);
        else if (c == 'c') print_profile();
        else if (c == 'r') o.prepared = optarg;
        else if (c == 'v' && o.shown_count < MAX_SHOWN && optarg[0] == '/') o.shown[o.shown_count++] = optarg;
        else usage();
    }
    if (!o.python || !o.support || optind != argc) usage();
    return o;
}

/* Frames go to a private copy of stdout, so that nothing else can ever write between them. */
static int claim_stdout(void) {
    int out = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 10);
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (out < 0 || null < 0 || dup2(null, STDOUT_FILENO) < 0) die("cannot claim stdout: %s", strerror(errno));
    close(null);
    return out;
}

static int claim_stdin(void) {
    int in = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 10);
    int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (in < 0 || null < 0 || dup2(null, STDIN_FILENO) < 0) die("cannot claim stdin: %s", strerror(errno));
    close(null);
    return in;
}

/* Before any right is given up. */
static void take_resources(struct box *box, const struct options *o) {
    box_take_slot(box, o->slot);
    for (unsigned i = 0; i < LANES; i++) {
        struct lane *lane = &box->lanes[i];
        lane->index = i;
        if (!o->cgroups || !cgroup_make(&lane->cgroup, box->slot, i)) cgroup_surrounding(&lane->cgroup);
    }
    /* When memory runs out the programs go first: they volunteer (see jail.c), and where we may, we stand back. */
    if (!write_file("/proc/self/oom_score_adj", "-900")) errno = 0;
}

static bool put_away(struct box *box) {
    bool gone = true;
    for (unsigned i = 0; i < LANES; i++) {
        if (geteuid() == 0 && !sweep_processes(box_host_uid(box, i + 1))) gone = false;
        if (!cgroup_remove(&box->lanes[i].cgroup)) gone = false;
    }
    return gone;
}

/* The keeper stays behind with all its rights while the agent, its child, gives them up. When the agent is gone, however it
 * went, the keeper removes what only it can, and goes the same way. */
static _Noreturn void keep(struct box *box, pid_t agent) {
    int status, null = open("/dev/null", O_RDWR | O_CLOEXEC);
    /* The streams are the agent's: the host must notice at once when it is gone. */
    if (null < 0 || dup2(null, STDIN_FILENO) < 0 || dup2(null, STDOUT_FILENO) < 0) die("cannot let go of the streams: %s", strerror(errno));
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    while (waitpid(agent, &status, 0) < 0 && errno == EINTR) {
    }
    for (int round = 0; round < 500 && !put_away(box); round++) {
        usleep(10000);
        while (waitpid(-1, NULL, WNOHANG | __WALL) > 0) {
        }
    }
    while (waitpid(-1, NULL, WNOHANG | __WALL) > 0) {
    }
    if (WIFSIGNALED(status)) {
        signal(WTERMSIG(status), SIG_DFL);
        kill(getpid(), WTERMSIG(status));
        _exit(128 + WTERMSIG(status)); /* still here: the first process of a container cannot kill itself */
    }
    _exit(WEXITSTATUS(status));
}

static void become_box(struct box *box, const struct options *o) {
    char why[300] = "";
    if (o->wanted != LEVEL_UID) {
        /* A failure half way leaves namespaces behind, so the attempt is made where it can be thrown away. */
        pid_t probe = fork();
        if (probe == 0) {
            bool ok = box_enter_namespaces(box, why, sizeof why) && box_can_run(why, sizeof why);
            if (!ok && (o->wanted || geteuid() != 0)) note("%s", why);
            _exit(ok ? 0 : 1);
        }
        int status = 1;
        while (probe > 0 && waitpid(probe, &status, 0) < 0 && errno == EINTR) {
        }
        if (status == 0) {
            box->level = LEVEL_NAMESPACES;
            if (!box_enter_namespaces(box, why, sizeof why)) die("%s", why);
            return;
        }
    }
    if (o->wanted == LEVEL_NAMESPACES) die("isolation level `namespaces` cannot be had here");
    if (geteuid() != 0) die("no isolation level can be had here: `namespaces` is refused and `uid` needs root");
    box->level = LEVEL_UID;
    box->landlock_abi = landlock_version();
    artefact_prepare_uid(box);
    landlock_show(box->prepared);
    for (size_t i = 0; i < box->shown_count; i++) landlock_show(box->shown[i]);
    box_prepare_uid(box);
}

static void hello(const struct box *box, int out) {
    struct buffer b = {0};
    buffer_u32(&b, PROTOCOL_VERSION);
    buffer_u8(&b, (uint8_t)box->level);
    buffer_u8(&b, (uint8_t)box->lanes[0].cgroup.version);
    buffer_u8(&b, (uint8_t)box->landlock_abi);
    buffer_u8(&b, box->same_uid ? 1 : 0);
    write_frame(out, FRAME_HELLO, &b);
    buffer_free(&b);
}

static void install(struct box *box, const unsigned char *payload, size_t size) {
    const char *wrong = artefact_install(box, payload, size);
    if (wrong) die("malformed artefact: %s", wrong);
}

static void do_case(struct box *box, bool build, const unsigned char *payload, size_t size, struct inbox *in, int out) {
    static struct job_case c;
    const char *wrong = build ? decode_build(payload, size, &c) : decode_case(payload, size, &c);
    if (wrong) die("malformed %s: %s", build ? "build" : "case", wrong);
    bool warm = build && warm_compiler_is_ready(box, &c.programs[0]);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        for (unsigned i = 0; i < LANES; i++) {
            if (cgroup_is_gone(&box->lanes[i].cgroup)) die("somebody removed the control group of lane %u", i);
        }
        if (run_case(box, &c, warm, in, out) != RUN_AGAIN) return;
        warm = false;
    }
    struct buffer b = {0};
    static const char text[] = "the warm interpreter was lost again and again; what it said is on the agent's stderr";
    buffer_bytes(&b, text, sizeof text - 1);
    write_frame(out, FRAME_ERROR, &b);
    buffer_free(&b);
}

/* Proof that the box is empty: at the end of every case its processes were waited for; this looks once more. */
static void reset(struct box *box, int out) {
    if (box->level == LEVEL_UID) {
        unsigned used = box->lanes[COMPILER_LANE].warm.asked > 0 ? LANES : MAX_PROGRAMS;
        for (unsigned i = 0; i < used; i++) {
            if (!sweep_processes(box->lanes[i].uid) || !sweep_home(&box->lanes[i])) die("the box cannot be cleaned");
        }
    }
    artefact_drop(box);
    struct buffer b = {0};
    write_frame(out, FRAME_CLEAN, &b);
    buffer_free(&b);
}

int main(int argc, char **argv) {
    struct options o = read_options(argc, argv);
    static struct box box;
    box.python = o.python;
    box.support = o.support;
    box.work_root = o.work_root;
    box.prepared = o.prepared;
    memcpy(box.shown, o.shown, sizeof o.shown);
    box.shown_count = o.shown_count;
    signal(SIGPIPE, SIG_IGN);
    signal(SIGINT, SIG_IGN); /* Ctrl-C is for the host, which then closes our input */
    take_resources(&box, &o);
    pid_t keeper = getpid(), agent = fork();
    if (agent < 0) die("cannot fork: %s", strerror(errno));
    if (agent > 0) keep(&box, agent);
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    struct inbox in = {.fd = claim_stdin()};
    int out = claim_stdout();
    struct rlimit core = {0, 0};
    setrlimit(RLIMIT_CORE, &core);
    become_box(&box, &o);
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0); /* only now: a change of user clears it */
    if (getppid() != keeper) return 2;
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) < 0) die("cannot become undumpable: %s", strerror(errno));
    hello(&box, out);

    while (inbox_wait(&in)) {
        uint8_t type = inbox_type(&in);
        size_t size;
        unsigned char *payload = inbox_take(&in, &size);
        if (type == FRAME_CASE || type == FRAME_BUILD) do_case(&box, type == FRAME_BUILD, payload, size, &in, out);
        else if (type == FRAME_ARTEFACT) install(&box, payload, size);
        else if (type == FRAME_RESET) reset(&box, out);
        else if (type != FRAME_CANCEL) die("an unknown frame type %u", type); /* what it was meant for is over */
        free(payload);
    }
    for (unsigned i = 0; i < LANES; i++) {
        for (unsigned kind = 0; kind < ZYGOTE_KINDS; kind++) zygote_stop(&box.lanes[i].zygotes[kind]);
    }
    return 0;
}

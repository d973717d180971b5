/* The agent: declarations shared by its files, grouped by the file that implements them. */
#ifndef GRADER_AGENT_H
#define GRADER_AGENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>

#include "jail.h"

#define PROTOCOL_VERSION 3u
#define MAX_FRAME ((size_t)512 << 20)
#define MAX_PROGRAMS 2
#define LANES (MAX_PROGRAMS + 1) /* one more for the warm compiler */
#define COMPILER_LANE MAX_PROGRAMS
#define MAX_FILES 256
#define MAX_ARGS 256
#define MAX_ENV 64
#define MAX_SHOWN 64
#define PREPARED_INSIDE "/opt/prepared"

/* ---- util.c ------------------------------------------------------------------------------------------------- */

/* Ends the agent with a sentence on stderr. For broken promises of the kernel, the host or our own code only. */
_Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));
void note(const char *format, ...) __attribute__((format(printf, 1, 2)));
void *must_alloc(size_t size);
void *must_grow(void *old, size_t size);
void must_write(int fd, const void *data, size_t size, const char *what);
bool write_file(const char *path, const char *text);
uint64_t now_us(void);

struct buffer {
    unsigned char *data;
    size_t size, room;
};
void buffer_add(struct buffer *b, const void *data, size_t size);
void buffer_u8(struct buffer *b, uint8_t v);
void buffer_u32(struct buffer *b, uint32_t v);
void buffer_u64(struct buffer *b, uint64_t v);
void buffer_bytes(struct buffer *b, const void *data, size_t size);
void buffer_free(struct buffer *b);

/* ---- wire.c ------------------------------------------------------------------------------------------------- */

enum frame_type {
    FRAME_CASE = 1,
    FRAME_RESET = 2,
    FRAME_CANCEL = 4,
    FRAME_BUILD = 5,
    FRAME_ARTEFACT = 6,
    FRAME_HELLO = 16,
    FRAME_RESULT = 17,
    FRAME_CLEAN = 18,
    FRAME_ERROR = 19,
    FRAME_CANCELLED = 20,
    FRAME_BUILT = 21
};

enum runner { RUN_EXEC = 0, RUN_SCRIPT = 1, RUN_FUNCTION = 2, RUN_CANDIDATE = 3, RUN_JUDGE = 4, RUN_WARM = 5 }; /* the last: EXEC, forked from a warm command */

struct bytes {
    const unsigned char *data;
    uint32_t size;
};

struct file {
    struct bytes name, content;
};

struct limits {
    uint64_t cpu_us, wall_us, memory, output, disk, file_size, stack;
    uint32_t processes, open_files;
};

struct program {
    enum runner runner;
    struct limits limits;
    uint32_t argc, nfiles, nenv;
    bool no_fence; /* no limit of the address space: its runtime reserves more than it uses */
    bool tells;    /* EXEC: descriptor 3 is a report, and the input a pipe, which is read once */
    bool talks;    /* its input is what the first program of the case writes, and the other way round */
    bool reports;  /* EXEC: descriptor 3 is a report */
    struct bytes env[MAX_ENV];
    struct bytes argv[MAX_ARGS];
    struct file files[MAX_FILES];
    struct bytes input;
};

/* What becomes of the working directory of a build that went well. */
struct build {
    bool wanted, keep_sources;
    uint64_t limit;
};

struct job_case {
    uint32_t count;
    struct build build;
    struct program programs[MAX_PROGRAMS];
};

/* The host's frames, one at a time: bit by bit, so that one can arrive while a case is being watched. */
struct inbox {
    int fd;
    unsigned char header[5], *payload;
    size_t have, size; /* have: of header and payload together */
};
enum inbox_state { INBOX_PART, INBOX_FULL, INBOX_ENDED };
/* Reads once, which blocks only where nothing has arrived. A malformed frame is fatal. */
enum inbox_state inbox_read(struct inbox *in);
/* True when a whole frame is in, false at a clean end of input. */
bool inbox_wait(struct inbox *in);
bool inbox_full(const struct inbox *in);
uint8_t inbox_type(const struct inbox *in);
/* The payload, which the caller frees. Makes room for the next frame. */
unsigned char *inbox_take(struct inbox *in, size_t *size);
void write_frame(int fd, uint8_t type, const struct buffer *payload);
/* NULL when the payload is well-formed, else what is wrong with it. The case points into the payload. */
const char *decode_case(const unsigned char *payload, size_t size, struct job_case *out);
const char *decode_build(const unsigned char *payload, size_t size, struct job_case *out);

/* ---- cgroup.c ----------------------------------------------------------------------------------------------- */

/* One lane's control group, its files opened while the agent still had the right to. All descriptors -1: none. */
struct cgroup {
    int version; /* 0: none, 1, 2 */
    int procs[3];
    int held[3]; /* the folders, locked as long as we live */
    int cpu, memory_limit, swap_limit, memory_usage, memory_peak, memory_stat, memory_reclaim, memory_events, pids_max, pids_now;
    int64_t baseline, base; /* what is in use before a run; the part of it that is not the run's */
    uint64_t kept, dropped; /* of the baseline: what the kernel cannot take back; what was in use when it last did */
    uint64_t residents, settled; /* tasks of warm interpreters: beyond those that are always reckoned with, and all */
    uint64_t memory_set, pids_set; /* what the limits are; 0: not known */
    uint64_t oom_before, cpu_before;
    char paths[3][256];
};

void cgroup_none(struct cgroup *g);
/* No group of the lane's own. In a container, whose group holds nothing but this box, kills for memory are counted still. */
void cgroup_surrounding(struct cgroup *g);
bool cgroup_counts_oom_kills(const struct cgroup *g);
bool cgroup_make(struct cgroup *g, unsigned slot, unsigned lane);
/* False while something is still in it. */
bool cgroup_remove(struct cgroup *g);
/* Moves the calling process. */
bool cgroup_join(const struct cgroup *g);
/* Somebody else removed it: nothing can be run any more. */
bool cgroup_is_gone(const struct cgroup *g);
/* For an interpreter that is to start where a run with smaller limits was before. */
void cgroup_lift(struct cgroup *g);
void cgroup_settle(struct cgroup *g);
/* share: what the run has of what interpreters hold. */
void cgroup_begin(struct cgroup *g, const struct limits *limits, uint64_t share);
/* Without copies of files, which the kernel drops where there is no room for them. */
uint64_t cgroup_held(const struct cgroup *g);
uint64_t cgroup_cpu_us(const struct cgroup *g);
uint64_t cgroup_peak(const struct cgroup *g);
uint32_t cgroup_oom_kills(const struct cgroup *g);
/* Processes and threads in the group, the interpreter among them; 0: not known. */
uint64_t cgroup_tasks(const struct cgroup *g);

/* ---- box.c -------------------------------------------------------------------------------------------------- */

enum level { LEVEL_UID = 1, LEVEL_NAMESPACES = 2 };

/* A warm interpreter. Plain scripts have one of their own: every fork pays for what the interpreter has loaded. */
enum zygote_kind { ZYGOTE_SCRIPT, ZYGOTE_HARNESS, ZYGOTE_COMMAND, ZYGOTE_KINDS };
struct zygote {
    int socket;
    int listener; /* hears what its forks are refused; -1: nobody does */
    int words;    /* what it says until it is ready; -1: it is */
    pid_t pid;    /* 0: not started */
    uint64_t resident; /* what every fork of it starts with: not the program's */
    uint64_t before, share; /* of the control group: what was in use before it started, and what it added that is the program's */
};

struct lane {
    unsigned index;
    uid_t uid; /* as seen from inside the box */
    struct cgroup cgroup;
    struct zygote zygotes[ZYGOTE_KINDS];
    char home[256]; /* level uid: this lane's private folder */
    struct {
        char command[256];
        unsigned asked, losses;
    } warm;
};

/* What a build made, for the programs of the job. */
struct artefact {
    char folder[256]; /* as the programs see it; empty: there is none */
    char **names;     /* of what is directly in it */
    size_t count;
};

struct box {
    enum level level;
    bool user_namespace, same_uid;
    unsigned slot;
    int lock;
    int landlock_abi;
    const char *python, *support, *work_root;
    const char *prepared;         /* folder of what the toolchains prepared once */
    const char *shown[MAX_SHOWN]; /* folders and files of toolchains, visible to programs */
    size_t shown_count;
    struct artefact artefact;
    struct lane lanes[LANES];
};

#define SLOTS 1024
#define OWN_SLOTS 512 /* that agents take by themselves; `ContainerPool` gives out the others */

/* Takes a slot of user ids that no other agent on this machine holds. Between containers, who cannot see each other, whoever
 * starts them has to see to that, and names the slot; otherwise it is -1. */
void box_take_slot(struct box *box, int wanted);
/* User id on the host: 0 the box's own root, 1 the candidate, 2 the judge. */
uid_t box_host_uid(const struct box *box, unsigned which);
bool box_enter_namespaces(struct box *box, char *why, size_t why_size);
/* Whether runs can be made in a box that has entered its namespaces. */
bool box_can_run(char *why, size_t why_size);
void box_prepare_uid(struct box *box);

/* ---- root.c ------------------------------------------------------------------------------------------------- */

bool root_build(const struct box *box, char *why, size_t why_size);

/* ---- sweep.c ------------------------------------------------------------------------------------------------ */

struct run;
/* Level uid: kills until no process of that user is left. False when some could not be killed. */
bool sweep_processes(uid_t uid);
/* Empties the lane's private folder without following anything a candidate made, and puts the run's files there. */
bool sweep_and_fill(const struct run *run);
bool sweep_home(struct lane *lane);
/* Removes what the user left in world-writable folders. */
bool sweep_shared(uid_t uid);
bool sweep_over_disk(const struct lane *lane, uint64_t limit);

/* ---- zygote.c ----------------------------------------------------------------------------------------------- */

/* False, with its words on stderr, when it does not become ready. */
bool zygote_start(const struct box *box, struct lane *lane, enum zygote_kind kind);
/* The same in two steps. The second waits no longer than this; where it fails for good there is no process any more. */
void zygote_begin(const struct box *box, struct lane *lane, enum zygote_kind kind);
bool zygote_await(struct lane *lane, enum zygote_kind kind, int timeout_ms);
void zygote_stop(struct zygote *zygote);
bool zygote_spawn(const struct run *run, const int *fds, size_t nfds);

/* ---- warm.c -------------------------------------------------------------------------------------------------- */

/* Whether this is the variable that asks for a warm command. Programs do not get it. */
bool asks_for_warmth(const struct bytes *variable);
/* Whether the first program of a build can be left to the warm compiler, at the moment. */
bool warm_compiler_is_ready(struct box *box, const struct program *program);
/* The same program for the warm compiler. It may be lost. */
const struct program *warm_build(const struct program *program);
/* The program, or where it is to be a fork of the lane's warm command the same one for that. */
const struct program *warm_run(const struct box *box, struct lane *lane, const struct program *program);
/* It was lost, or it was not and has served. */
void warm_served(struct lane *lane);

/* ---- init.c ------------------------------------------------------------------------------------------------- */

enum init_fd { INIT_PROC, INIT_TMPFS, INIT_PIDNS, INIT_MNTNS, INIT_FDS };

/* Starts the first process of a run's own pid and mount namespaces and waits until its file systems are there. */
bool init_start(struct run *run, char *why, size_t why_size);
void write_run_files(int folder, const struct run *run);

/* ---- run.c -------------------------------------------------------------------------------------------------- */

enum ending { END_NONE, END_EXITED, END_SIGNALLED, END_LIMIT, END_STOPPED };
enum resource { RES_CPU = 0, RES_WALL = 1, RES_MEMORY = 2, RES_OUTPUT = 3 };

struct capture {
    int fd;
    size_t limit;
    bool cut;
    struct buffer bytes;
};

struct seen {
    pid_t pid;
    uint64_t started, cpu_us;
};

struct run {
    const struct box *box;
    struct lane *lane;
    const struct program *program;
    struct zygote *zygote; /* that forks it; NULL: it is executed */
    pid_t init_pid, main_pid;
    int control; /* to the init */
    int far_end; /* the other program's end of the link: tells when this one's is closed */
    int init_fds[INIT_FDS];
    int child_fds[JAIL_FDS]; /* what becomes 0, 1, 2, report, link, status in the program */
    struct capture out, err, report;
    int status_fd;
    int listener;      /* of an executed program, see refusals.c */
    bool status_heard; /* nothing that matters while it runs comes on the status descriptor any more */
    char failure[200]; /* why it could not enter the jail */
    uint32_t refused;
    bool launched, main_over, reaped, lost; /* lost: a process of ours died, the run says nothing */
    enum ending ending;
    uint32_t value;
    uint64_t started_us, ended_us;
    uint64_t child_cpu_us, child_peak; /* of the main process and what it waited for */
    uint64_t init_cpu_us;
    uint64_t sampled_peak, sampled_cpu_us, delay_us;
    struct seen *seen;
    size_t seen_count, seen_room;
    uint32_t leftover, oom_kills;
    const struct build *build; /* NULL: not one */
    struct buffer made;        /* the artefact of a build */
    struct jail jail;
};

enum run_result { RUN_OK, RUN_FAILED, RUN_CANCELLED, RUN_AGAIN };
/* Runs a case and writes its RESULT, CANCELLED or ERROR. RUN_AGAIN: nothing was written, as a process of ours was lost, or as
 * the warm compiler, who was asked, did not succeed. */
enum run_result run_case(struct box *box, const struct job_case *c, bool warm, struct inbox *in, int host_out);
void run_kill(struct run *run);

/* ---- refusals.c --------------------------------------------------------------------------------------------- */

/* Where a call waits to be refused, or the listener comes from; -1: nowhere, at the moment. */
int refusals_fd(const struct run *run);
/* When something may have arrived there; and from time to time, for programs that overdo it. */
void refusals_hear(struct run *run);
void refusals_look(struct run *run);
/* Why the run could not enter its jail; NULL: it could. */
const char *jail_failure(struct run *run);
/* Does not wait. How many bytes a message had, 0 at the end, -1 when there is none; *fd stays as it is if none came along. */
ssize_t receive_descriptor(int socket, void *text, size_t size, int *fd);

/* ---- talk.c ------------------------------------------------------------------------------------------------- */

/* What an interactor exits with that is content. */
#define TALK_ACCEPTED 42u

struct talk {
    bool on, left_alone; /* left_alone: the interactor had closed its output before the candidate was over */
    int from_candidate, to_interactor, from_interactor;
};
/* Between the first run and the second. */
void talk_connect(struct talk *talk, struct run *runs);
void talk_end(struct talk *talk);
void talk_follow(struct talk *talk, struct run *runs);

/* ---- exec.c ------------------------------------------------------------------------------------------------- */

#define MOST_VARIABLES (MAX_ENV + 8)
/* What a program finds in its environment; each to be freed. After the last is NULL. */
void make_environment(const struct run *run, char *env[MOST_VARIABLES]);
/* With the folder that it names; to be freed. */
char *expanded(const struct box *box, const struct bytes *text);
/* In a child: enters the jail and executes the program. */
_Noreturn void run_exec(const struct run *run);

/* ---- artefact.c --------------------------------------------------------------------------------------------- */

/* Packs what a build left in its working directory; every process of it is dead. False when it is over the limit. */
bool artefact_collect(struct run *run);
/* Puts an artefact where the following programs of the job can read it, and nobody can write it. NULL, or what is wrong. */
const char *artefact_install(struct box *box, const unsigned char *payload, size_t size);
void artefact_drop(struct box *box);
/* Level uid, once: removes what a killed agent left in this slot, and lets programs read what will be there. */
void artefact_prepare_uid(struct box *box);
/* Makes what is in the artefact appear in a working directory. */
void artefact_link(int folder, const struct run *run);

/* ---- watch.c ------------------------------------------------------------------------------------------------ */

enum watched { WATCH_GOES_ON, WATCH_OVER, WATCH_CANCELLED, WATCH_HOST_GONE };
/* Follows the runs until every main process is over, enforcing limits, or until the host does not want them any more. */
enum watched watch(struct run *runs, size_t count, struct talk *talk, struct inbox *in);
/* Kills it for the reason given, unless it is over already. */
void run_stop(struct run *run, enum ending ending, uint32_t value);
/* After a kill: the parent of the main process has to say that it is gone before the next run may start. */
void await_reaped(struct run *run);
void capture_drain(struct capture *c);

/* ---- sample.c ----------------------------------------------------------------------------------------------- */

/* Looks at every process of the run: CPU, memory, time spent waiting for a CPU, how many there are. */
unsigned sample_run(struct run *run);
uint64_t resident_size(pid_t pid);
uint64_t run_cpu_us(const struct run *run);
uint64_t run_peak(const struct run *run);

/* ---- profile.c ---------------------------------------------------------------------------------------------- */

void print_seccomp_profile(FILE *out);

#endif

/* The loop of a warm interpreter: waits for a run, forks, reports how the fork ended.
 *
 * The interpreter was started as `python3 .../work/solution.py`. The last thing it does before it looks at the script is to
 * ask whether some import hook knows the script's path, and there it is held up, by a hook. In a fork the hook answers that it
 * does not, and the interpreter goes on: it opens the script, which exists only in the fork's own mount namespace, and runs
 * it natively.
 *
 * In C, and there, because every page that the interpreter or its fork writes to between two runs is copied: no Python frame
 * is on the stack, and nothing is allocated or let go. */
#define _GNU_SOURCE
#include "jail.h"
#include "python_api.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define ZYGOTE_SOCKET 3
#define MAX_FDS 16
#define MAX_MESSAGE 65536
#define RUN_SCRIPT 1

static _Alignas(struct fork_request) char message[MAX_MESSAGE];
static char script[300];
static object *settle, *harness;

/* The number of descriptors that came along. The interpreter ends with its agent. */
static size_t receive(size_t *size, int fds[MAX_FDS]) {
    char space[CMSG_SPACE(sizeof(int) * MAX_FDS)];
    struct iovec part = {message, sizeof message - 1};
    struct msghdr m = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = space, .msg_controllen = sizeof space};
    ssize_t n = recvmsg(ZYGOTE_SOCKET, &m, MSG_CMSG_CLOEXEC);
    if (n <= 0) _exit(0);
    struct cmsghdr *c = CMSG_FIRSTHDR(&m);
    if (!c || (size_t)n < sizeof(struct fork_request)) _exit(3);
    message[n] = 0;
    *size = (size_t)n;
    size_t nfds = (c->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    memcpy(fds, CMSG_DATA(c), sizeof(int) * nfds);
    return nfds;
}

static void tell(const void *text, size_t size) {
    if (send(ZYGOTE_SOCKET, text, size, MSG_NOSIGNAL) < 0) _exit(0);
}

static void follow(pid_t pid) {
    struct __attribute__((packed)) {
        char kind;
        uint32_t pid;
    } started = {'S', (uint32_t)pid};
    tell(&started, sizeof started);
    int status;
    struct rusage usage;
    if (wait4(pid, &status, 0, &usage) != pid) _exit(3);
    struct __attribute__((packed)) {
        char kind;
        uint32_t status;
        uint64_t cpu_us, peak;
    } ended = {'X', (uint32_t)status,
               (uint64_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000u + (uint64_t)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec),
               (uint64_t)usage.ru_maxrss * 1024u};
    tell(&ended, sizeof ended);
}

static void append_arguments(uint32_t argc, const char *words) {
    object *argv = PySys_GetObject("argv");
    for (uint32_t i = 0; argv && i < argc; i++, words += strlen(words) + 1) {
        object *word = PyUnicode_DecodeFSDefault(words);
        if (!word || PyList_Append(argv, word) < 0) _exit(125);
        Py_DecRef(word);
    }
}

/* In the fork: from here on it is the program's process. */
static void become_the_program(const int fds[MAX_FDS]) {
    struct fork_request request;
    memcpy(&request, message, sizeof request);
    uint32_t n = request.namespaces;
    grader_enter_jail(&request.jail, n ? fds[1] : -1, fds + n);
    if (request.argc) append_arguments(request.argc, message + sizeof request);
    if (request.runner == RUN_SCRIPT) return;
    PyObject_CallFunction(harness, "I", request.runner);
    PyErr_Print();
    _exit(1);
}

/* Returns in the forks only.
 *
 * A plain fork: what CPython does around its own os.fork() is for locks that other threads may hold. There are no others
 * here, and `settle` has made sure of it. */
static void serve(void) {
    int listener, e = install_filter(&listener);
    if (e || (e = send_descriptor(ZYGOTE_SOCKET, 'R', listener))) {
        fprintf(stderr, "cannot install the seccomp filter: %s\n", strerror(e));
        _exit(3);
    }
    for (;;) {
        size_t size;
        int fds[MAX_FDS];
        size_t nfds = receive(&size, fds);
        const struct fork_request *request = (const struct fork_request *)(const void *)message;
        if (request->namespaces && grader_join_pidns(fds[0])) _exit(3);
        pid_t pid = fork();
        if (pid < 0) _exit(3);
        if (pid == 0) {
            become_the_program(fds);
            return;
        }
        for (size_t i = 0; i < nfds; i++) close(fds[i]);
        follow(pid);
    }
}

static object *hook(object *self, object *path) {
    (void)self;
    if (PyUnicode_CompareWithASCIIString(path, script) != 0) {
        PyErr_SetNone(PyExc_ImportError); /* not ours: the next hook is asked */
        return NULL;
    }
    PyList_SetSlice(PySys_GetObject("path_hooks"), 0, 1, NULL);
    object *settled = PyObject_CallObject(settle, NULL);
    if (!settled) {
        PyErr_Print();
        _exit(3);
    }
    serve();
    Py_IncRef(&_Py_NoneStruct);
    return &_Py_NoneStruct;
}

static struct method hook_method = {"hold", hook, METH_O, NULL};

/* hold(script, settle, harness): stops this interpreter before it looks at the script. `settle()` is called then, once;
 * `harness(runner)` in each fork that is to be anything but the script. */
object *python_hold(object *self, object *args) {
    (void)self;
    const char *path;
    if (!PyArg_ParseTuple(args, "sOO", &path, &settle, &harness)) return NULL;
    Py_IncRef(settle);
    Py_IncRef(harness);
    snprintf(script, sizeof script, "%s", path);
    object *function = PyCFunction_NewEx(&hook_method, NULL, NULL);
    if (!function || PyList_Insert(PySys_GetObject("path_hooks"), 0, function) < 0) return NULL;
    Py_DecRef(function);
    Py_IncRef(&_Py_NoneStruct);
    return &_Py_NoneStruct;
}

/* Where a warm Python interpreter is held up, and goes on in its forks.
 *
 * The interpreter was started as `python3 .../work/solution.py`. The last thing it does before it looks at the script is to
 * ask whether some import hook knows the script's path, and there it is held up, by a hook. In a fork the hook answers that it
 * does not, and the interpreter goes on: it opens the script, which exists only in the fork's own mount namespace, and runs
 * it natively.
 *
 * No Python frame is on the stack then. CPython's own os.fork() looks after locks that other threads may hold: there are none
 * here, and `settle` has made sure of it. */
#define _GNU_SOURCE
#include "jail.h"
#include "python_api.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define RUN_SCRIPT 1

static char script[300];
static object *settle, *harness;

static void append_arguments(uint32_t argc, const char *words) {
    object *argv = PySys_GetObject("argv");
    for (uint32_t i = 0; argv && i < argc; i++, words += strlen(words) + 1) {
        object *word = PyUnicode_DecodeFSDefault(words);
        if (!word || PyList_Append(argv, word) < 0) _exit(125);
        Py_DecRef(word);
    }
}

/* In the fork: from here on it is the program's process. */
static void become_the_program(const struct fork_request *request) {
    if (request->argc) append_arguments(request->argc, (const char *)(request + 1));
    if (request->runner == RUN_SCRIPT) return;
    PyObject_CallFunction(harness, "I", request->runner);
    PyErr_Print();
    _exit(1);
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
    become_the_program(serve_forks(fork, NULL));
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

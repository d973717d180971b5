/* Leaving a forked Python early, with the right exit code.
 *
 * Taking an interpreter apart costs more than most tests: it touches nearly every page that the fork still shares with the
 * warm interpreter. After the exit handlers have run, the streams are flushed and the program's own objects are gone,
 * nothing observable is left but the exit code. The interpreter keeps that to itself, except that it asks the SystemExit
 * object for its `code` while no Python frame is running. So that lookup is observed here.
 *
 * Declares the little it needs of the C API itself: stable since Python 3, and the headers are not installed everywhere. */
#define _GNU_SOURCE
#include "jail.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct object object;
typedef object *(*getattr_function)(object *, object *);
struct method {
    const char *name;
    object *(*call)(object *, object *);
    int flags;
    const char *doc;
};

extern object *PyExc_SystemExit;
extern object _Py_NoneStruct;
extern object PyLong_Type;
extern object *PyEval_GetFrame(void);
extern int PyUnicode_CompareWithASCIIString(object *, const char *);
extern int PyObject_IsInstance(object *, object *);
extern long PyLong_AsLong(object *);
extern void PyErr_Clear(void);
extern void PyErr_SetObject(object *, object *);
extern object *PyObject_CallObject(object *, object *);
extern object *PyCFunction_NewEx(struct method *, object *, object *);
extern int PySys_SetObject(const char *, object *);

/* Where a type object keeps its attribute lookup: fixed by the ABI of all 64-bit CPythons since 3.0. */
#define GETATTRO_OFFSET 144
#define METH_VARARGS 1

static getattr_function original;
static int exit_code;

static int code_of(object *value) {
    if (value == &_Py_NoneStruct) return 0;
    if (PyObject_IsInstance(value, &PyLong_Type) != 1) return 1; /* the interpreter prints it and exits with 1 */
    long code = PyLong_AsLong(value);
    if (code == -1) PyErr_Clear();
    return (int)code;
}

static object *observe(object *self, object *name) {
    object *value = original(self, name);
    if (value && !PyEval_GetFrame() && PyUnicode_CompareWithASCIIString(name, "code") == 0) exit_code = code_of(value);
    return value;
}

/* Up to Python 3.11 sys.exit(3) raises without making a SystemExit object, and nothing would be looked up. */
static object *sys_exit(object *self, object *args) {
    (void)self;
    object *exception = PyObject_CallObject(PyExc_SystemExit, args);
    if (exception) PyErr_SetObject(PyExc_SystemExit, exception);
    return NULL;
}

static struct method exit_method = {"exit", sys_exit, METH_VARARGS,
                                    "exit($module, status=None, /)\n--\n\nExit the interpreter by raising SystemExit(status)."};

void grader_watch_exit(object *sys_name);
JAIL_SO void grader_watch_exit(object *sys_name) {
    getattr_function *slot = (getattr_function *)(void *)((char *)PyExc_SystemExit + GETATTRO_OFFSET);
    original = *slot;
    *slot = observe;
    object *replacement = PyCFunction_NewEx(&exit_method, NULL, sys_name);
    if (!replacement || PySys_SetObject("exit", replacement) < 0) PyErr_Clear();
}

_Noreturn void grader_leave(int failed);
JAIL_SO _Noreturn void grader_leave(int failed) {
    fflush(NULL);
    _exit(failed ? failed : exit_code);
}

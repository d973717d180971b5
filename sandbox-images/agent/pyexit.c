/* Leaving a forked Python early, with the right exit code.
 *
 * Taking an interpreter apart costs more than most tests: it touches nearly every page that the fork still shares with the
 * warm interpreter. After the exit handlers have run, the streams are flushed and the program's own objects are gone,
 * nothing observable is left but the exit code. The interpreter keeps that to itself, except that it asks the SystemExit
 * object for its `code` while no Python frame is running. So that lookup is observed here. */
#define _GNU_SOURCE
#include "python_api.h"

#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>

/* Where a type object keeps its attribute lookup: fixed by the ABI of all 64-bit CPythons since 3.0. */
#define GETATTRO_OFFSET 144

static c_function original;
static int exit_code;
static object *forget_handlers;

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

/* watch_exit(): from here on the code that a SystemExit carries to the interpreter's end is known to leave_early(). */
object *python_watch_exit(object *self, object *unused) {
    (void)self;
    (void)unused;
    c_function *slot = (c_function *)(void *)((char *)PyExc_SystemExit + GETATTRO_OFFSET);
    original = *slot;
    *slot = observe;
    object *module = PyUnicode_DecodeFSDefault("sys");
    object *replacement = module ? PyCFunction_NewEx(&exit_method, NULL, module) : NULL;
    if (!replacement || PySys_SetObject("exit", replacement) < 0) return NULL;
    Py_IncRef(&_Py_NoneStruct);
    return &_Py_NoneStruct;
}

static bool flush(const char *stream) {
    object *file = PySys_GetObject(stream);
    if (!file) return false;
    Py_IncRef(file);
    object *done = PyObject_CallMethod(file, "flush", NULL);
    Py_DecRef(file);
    if (!done) return false;
    Py_DecRef(done);
    return true;
}

static bool has_subclasses(object *type) {
    object *list = PyObject_CallMethod(type, "__subclasses__", NULL);
    bool some = !list || PyObject_IsTrue(list) != 0;
    if (list) Py_DecRef(list);
    return some;
}

static void forget_failure(void) {
    static const char *const names[] = {"last_type", "last_value", "last_traceback", "last_exc"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) PySys_SetObject(names[i], &_Py_NoneStruct);
}

/* The program's own objects go (files that were left open are flushed by that), the interpreter's stay. */
static bool drop_the_program(bool failed) {
    if (!flush("stdout") || !flush("stderr")) return false; /* a broken stream has an exit code of its own */
    if (PyDict_DelItemString(PyImport_GetModuleDict(), "__main__") < 0) PyErr_Clear();
    object *done = PyObject_CallObject(forget_handlers, NULL); /* they have run, and what they refer to is the program's as well */
    if (!done) return false;
    if (failed) forget_failure();
    PyGC_Collect();
    return flush("stdout") && flush("stderr");
}

/* The first exit handler to be registered, so the last to run: what is left of the interpreter's end, but short. Returns where
 * the end has to take its full length. */
static object *leave(object *self, object *unused) {
    (void)self;
    (void)unused;
    object *failure = PySys_GetObject("last_type");
    bool failed = failure && failure != &_Py_NoneStruct;
    /* With a frame, the program runs the handlers itself, and its end is still to come. After an interrupt it ends by a signal.
     * A SystemExit of its own may carry a code that cannot be observed. */
    if (!PyEval_GetFrame() && failure != PyExc_KeyboardInterrupt && !has_subclasses(PyExc_SystemExit) && drop_the_program(failed)) {
        if (!flush("__stdout__") || !flush("__stderr__")) PyErr_Clear(); /* written to behind a stream that took its place */
        fflush(NULL);
        _exit(failed ? 1 : exit_code);
    }
    PyErr_Clear();
    Py_IncRef(&_Py_NoneStruct);
    return &_Py_NoneStruct;
}

static struct method leave_method = {"leave", leave, METH_NOARGS, NULL};

/* leave_early(forget_handlers): the handler for atexit.register(). */
object *python_leave_early(object *self, object *forget) {
    (void)self;
    Py_IncRef(forget);
    forget_handlers = forget;
    return PyCFunction_NewEx(&leave_method, NULL, NULL);
}

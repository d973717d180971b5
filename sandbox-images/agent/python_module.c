/* The extension module `_grader_jail` of the warm interpreters. */
#define _GNU_SOURCE
#include "jail.h"
#include "python_api.h"

#include <errno.h>

static object *prepare(object *self, object *unused) {
    (void)self;
    (void)unused;
    errno = grader_prepare();
    if (errno) return PyErr_SetFromErrno(PyExc_OSError);
    Py_IncRef(&_Py_NoneStruct);
    return &_Py_NoneStruct;
}

static struct method methods[] = {
    {"hold", python_hold, METH_VARARGS, NULL},
    {"leave_early", python_leave_early, METH_O, NULL},
    {"prepare", prepare, METH_NOARGS, NULL},
    {"watch_exit", python_watch_exit, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

/* PyModuleDef, whose layout is part of the stable ABI. */
static struct {
    ptrdiff_t references;
    void *type, *init;
    ptrdiff_t index;
    void *copy;
    const char *name, *doc;
    ptrdiff_t size;
    struct method *methods;
    void *slots, *traverse, *clear, *release;
} definition = {.references = 1, .name = "_grader_jail", .size = -1, .methods = methods};

#define API_VERSION 1013

extern object *PyModule_Create2(void *, int);

__attribute__((visibility("default"))) object *PyInit__grader_jail(void);
object *PyInit__grader_jail(void) { return PyModule_Create2(&definition, API_VERSION); }

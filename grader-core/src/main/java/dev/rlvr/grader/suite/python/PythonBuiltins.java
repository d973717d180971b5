package dev.rlvr.grader.suite.python;

import java.util.Set;

/** Names that a test may call without meaning the candidate. */
final class PythonBuiltins {

    static final Set<String> NAMES = Set.of(
            "abs",
            "all",
            "any",
            "ascii",
            "bin",
            "bool",
            "bytearray",
            "bytes",
            "callable",
            "chr",
            "complex",
            "dict",
            "dir",
            "divmod",
            "enumerate",
            "filter",
            "float",
            "format",
            "frozenset",
            "getattr",
            "hasattr",
            "hash",
            "hex",
            "id",
            "int",
            "isinstance",
            "issubclass",
            "iter",
            "len",
            "list",
            "map",
            "max",
            "min",
            "next",
            "object",
            "oct",
            "ord",
            "pow",
            "print",
            "range",
            "repr",
            "reversed",
            "round",
            "set",
            "setattr",
            "slice",
            "sorted",
            "str",
            "sum",
            "tuple",
            "type",
            "vars",
            "zip");

    /** Keywords that may stand before a bracket. */
    static final Set<String> KEYWORDS = Set.of(
            "and", "as", "assert", "await", "del", "elif", "else", "except", "for", "if", "import", "in", "is",
            "lambda", "not", "or", "raise", "return", "while", "with", "yield");

    private PythonBuiltins() {}
}

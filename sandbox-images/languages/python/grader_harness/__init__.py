"""What runs inside the sandbox around a Python submission, in the modes `function` and `assert`.

The fork server imports this package once and calls one entry point in each forked child. Importing it costs nothing:
the parts are imported by the entry points, or beforehand through the PRELOAD tuples.
"""

# What is warm makes every fork a little dearer, used or not: only what many programs import is worth it.
PRELOAD_SCRIPT = (
    "abc", "bisect", "collections", "collections.abc", "copy", "datetime", "enum", "functools", "heapq", "itertools",
    "json", "math", "operator", "random", "re", "string", "types", "typing",
)

PRELOAD_CANDIDATE = PRELOAD_SCRIPT + (
    "grader_harness.candidate", "grader_harness.function_mode",
)

PRELOAD_JUDGE = PRELOAD_SCRIPT + (
    "ast", "unittest", "grader_harness.judge", "grader_harness.pytest_shim",
)


def function_main():
    """Calls one function of solution.py with JSON arguments; descriptor 3 is the report."""
    from .function_mode import main
    return main(report_fd=3)


def candidate_main():
    """Serves calls into solution.py; descriptor 4 is the link to the judge."""
    from .candidate import main
    return main(link_fd=4)


def judge_main():
    """Runs the tests against proxies of the candidate; descriptor 3 is the report, 4 the link."""
    from .judge import main
    return main(report_fd=3, link_fd=4)

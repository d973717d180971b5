"""Runs the tests of the agent for every build, user and isolation level that can be had here.

As root: at both levels, without control groups, and both levels once more with the sanitized build. As an ordinary user: what
that user can have, which is level namespaces in an unprivileged user namespace; .ci/run does both.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
TARGET = os.path.normpath(os.path.join(HERE, "../../target"))
LANGUAGES = os.path.normpath(os.path.join(HERE, "../../languages"))


# Level uid has no warm compiler; and one takes seconds to warm up, so it is tried where control groups make no difference but once.
COMPILER = "test_compiler"
# The sanitizers find the same in it at both levels.
NODE = "test_warm_node"


def configurations(build):
    yield "namespaces", "--level namespaces", []
    if os.geteuid() == 0:
        yield "uid", "--level uid", [COMPILER] if build == "agent" else [COMPILER, NODE]
        if build == "agent":
            yield "namespaces without control groups", "--level namespaces --no-cgroup", [COMPILER]


def modules(left_out):
    names = sorted(os.path.splitext(name)[0] for name in os.listdir(HERE) if name.startswith("test_"))
    return [name for name in names if name not in left_out]


def tested(copy, build, name, options, left_out):
    """What the tests say of one configuration, and whether they passed."""
    environment = dict(
        os.environ,
        GRADER_JAVA_SOURCES=os.path.join(LANGUAGES, "java"),
        GRADER_NODE_SOURCES=os.path.join(LANGUAGES, "javascript"),
        GRADER_AGENT_BUILD=os.path.join(copy, build),
        GRADER_AGENT_OPTIONS=options,
        PYTHONDONTWRITEBYTECODE="1",
        ASAN_OPTIONS="detect_leaks=0",
    )
    command = [sys.executable, "-m", "unittest", "-b"] + sys.argv[1:] + modules(left_out)
    done = subprocess.run(command, env=environment, cwd=os.path.join(copy, "tests"), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return "%s: %s" % (build, name), done.returncode == 0, done.stdout


def main():
    # Runs at level uid are other users', who may not be able to read the repository, wherever root keeps it.
    with tempfile.TemporaryDirectory() as copy:
        os.chmod(copy, 0o755)
        shutil.copytree(HERE, os.path.join(copy, "tests"), ignore=shutil.ignore_patterns("__pycache__"))
        failed = []
        wanted = []
        for build in ("agent", "agent-sanitized"):
            shutil.copytree(os.path.join(TARGET, build), os.path.join(copy, build))
            wanted += [(build, *configuration) for configuration in configurations(build)]
        # Two at a time: many of the tests only wait.
        with ThreadPoolExecutor(2) as pool:
            for name, passed, words in pool.map(lambda one: tested(copy, *one), wanted):
                print("\n== %s\n%s" % (name, words), flush=True)
                if not passed:
                    failed.append(name)
    if failed:
        sys.exit("failed: " + "; ".join(failed))


if __name__ == "__main__":
    main()

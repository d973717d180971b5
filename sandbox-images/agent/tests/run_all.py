"""Runs the tests of the agent for every build, user and isolation level that can be had here.

As root: as root at both levels, as an ordinary user in an unprivileged user namespace, without control groups; and both
levels once more with the sanitized build. As an ordinary user: what that user can have. Two at a time, as most of them
wait; but only one at level uid, where runs are told apart by user ids of the whole machine.
"""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
TARGET = os.path.normpath(os.path.join(HERE, "../../target"))
NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
BUILDS = ("agent", "agent-sanitized")


def configurations():
    for build in BUILDS:
        yield build, "namespaces", [], "--level namespaces"
        if os.geteuid() == 0:
            yield build, "uid", [], "--level uid"
            if build == "agent":
                yield build, "namespaces without control groups", [], "--level namespaces --no-cgroup"
                yield build, "namespaces as an ordinary user", NOBODY, "--level namespaces"


def main():
    # An ordinary user may not be able to read the repository, wherever root keeps it.
    with tempfile.TemporaryDirectory() as copy:
        os.chmod(copy, 0o755)
        shutil.copytree(HERE, os.path.join(copy, "tests"), ignore=shutil.ignore_patterns("__pycache__"))
        for build in BUILDS:
            shutil.copytree(os.path.join(TARGET, build), os.path.join(copy, build))
        uid = threading.Lock()

        def passes(configuration):
            build, name, prefix, options = configuration
            environment = dict(
                os.environ,
                GRADER_AGENT_BUILD=os.path.join(copy, build),
                GRADER_AGENT_OPTIONS=options,
                PYTHONDONTWRITEBYTECODE="1",
                ASAN_OPTIONS="detect_leaks=0",
            )
            command = prefix + [sys.executable, "-m", "unittest", "discover", "-b", "-s", os.path.join(copy, "tests")] + sys.argv[1:]
            with uid if name == "uid" else contextlib.nullcontext():
                run = subprocess.run(command, env=environment, cwd=copy, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
            print("\n== %s: %s\n%s" % (build, name, run.stdout), flush=True)
            return run.returncode == 0

        with ThreadPoolExecutor(2) as pool:
            every = list(configurations())
            failed = ["%s: %s" % each[:2] for each, passed in zip(every, pool.map(passes, every)) if not passed]
    if failed:
        sys.exit("failed: " + "; ".join(failed))


if __name__ == "__main__":
    main()

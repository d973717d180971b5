#!/bin/sh
# Links the JDKs under names that are the same on every machine, and makes archives of the classes that javac and small
# programs load, linked and with profiles where the JDK can (25). A JVM goes on without an archive that does not fit it.
set -eu
out=$1
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)

link() { # NAME VERSION...: the first of these versions that is installed
    name=$1
    shift
    for version in "$@"; do
        for home in /usr/lib/jvm/java-"$version"-openjdk-* /usr/lib/jvm/*-"$version"-jdk-*; do
            if [ -x "$home/bin/javac" ]; then
                ln -s "$home" "$out/$name"
                return 0
            fi
        done
    done
}

run() { # ARGUMENT...: of java
    printf '3 1 2\nword word\n' | "$java" -XX:+UseSerialGC -XX:-UsePerfData "$@" > run.log 2>&1 || {
        cat run.log >&2
        exit 1
    }
}

archive() { # NAME JDK ARGUMENT...: what this run of java loads
    java="$out/$2/bin/java"
    if [ ! -e "$java" ]; then return; fi
    file="$out/$1"
    shift 2
    # A JVM goes on without an archive that was not made, or does not fit: only the second run, which has to use it, tells.
    if [ "$("$java" -version 2>&1 | sed 's/[^"]*"\([0-9]*\).*/\1/;q')" -lt 25 ]; then
        run "-XX:ArchiveClassesAtExit=${file%.*}.jsa" "$@"
        run -Xshare:on "-XX:SharedArchiveFile=${file%.*}.jsa" "$@"
    else
        run "-XX:AOTCacheOutput=$file" "$@"
        run -XX:AOTMode=on "-XX:AOTCache=$file" "$@"
    fi
}

cp "$here/Warm.java" "$work"
cd "$work"
link jdk 25 21 17
link jdk21 21
mkdir classes
"$out/jdk/bin/javac" --release 17 -d classes Warm.java "$here"/driver/*.java
"$out/jdk/bin/jar" --create --file "$out/start.jar" -C classes .
# An archive fits a jar of the same date only, and images give their files one.
touch --date="@${SOURCE_DATE_EPOCH:-0}" "$out/start.jar"
"$out/jdk/bin/javac" --release 17 -d "$out/nodes" "$here"/driver/nodes/*.java
mkdir again
for suffix in jdk:aot jdk21:jsa; do
    jdk=${suffix%:*} kind=${suffix#*:}
    archive "javac.$kind" "$jdk" com.sun.tools.javac.Main -proc:none -nowarn -encoding UTF-8 -d again Warm.java
    archive "run.$kind" "$jdk" -cp "$out/start.jar" grader.Warm
done
cd /
rm -r "$work"

mkdir "$out/inline"
cp "$here/inline/build.sh" "$out/inline/"
"$out/jdk/bin/javac" -d "$out/inline" "$here/inline/GraderEntry.java"

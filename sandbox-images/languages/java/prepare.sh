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
        for home in /usr/lib/jvm/java-"$version"-openjdk-* /usr/lib/jvm/temurin-"$version"-jdk-*; do
            if [ -x "$home/bin/javac" ]; then
                ln -s "$home" "$out/$name"
                return
            fi
        done
    done
}

archive() { # NAME JDK ARGUMENT...: what this run of java loads
    java="$out/$2/bin/java"
    if [ ! -e "$java" ]; then return; fi
    file="$out/$1"
    shift 2
    case $file in
    *.aot) option=-XX:AOTCacheOutput=$file ;;
    *) option=-XX:ArchiveClassesAtExit=$file ;;
    esac
    printf '3 1 2\nword word\n' | "$java" -XX:+IgnoreUnrecognizedVMOptions "$option" -XX:+UseSerialGC -XX:-UsePerfData "$@" > dump.log 2>&1 || {
        cat dump.log >&2
        exit 1
    }
}

cp "$here/Warm.java" "$work"
cd "$work"
link jdk 25 21 17
link jdk21 21
for suffix in jdk:aot jdk21:jsa; do
    jdk=${suffix%:*} kind=${suffix#*:}
    archive "javac.$kind" "$jdk" com.sun.tools.javac.Main -proc:none -nowarn -encoding UTF-8 -d . Warm.java
    archive "run.$kind" "$jdk" -cp . Warm
done
cd /
rm -r "$work"

#!/bin/sh
# Links the JDK under a name that is the same on every machine, and makes archives of the classes that the compiler and
# small programs load.
set -eu
out=$1
here=$(cd "$(dirname "$0")" && pwd)
for home in /usr/lib/jvm/java-17-openjdk-* /usr/lib/jvm/java-21-openjdk-*; do
    if [ -x "$home/bin/java" ]; then ln -sfn "$home" "$out/jdk"; fi
done
cp "$here/scalac.sh" "$out"
work=$(mktemp -d)
cp "$here/warm.scala" "$work/warm.scala"
printf '3 1 2\nword word\n' > "$work/input"
cd "$work"
ARCHIVE="-XX:ArchiveClassesAtExit=$out/scalac.jsa" sh "$here/scalac.sh" "$out" -nowarn -d warm.jar warm.scala > dump.log 2>&1 || {
    cat dump.log >&2
    exit 1
}
# Archived from a list: an archive made at the exit of a run would be tied to the jar that ran.
library=-Xbootclasspath/a:/usr/share/java/scala-library.jar
{
    "$out/jdk/bin/java" -XX:DumpLoadedClassList=loaded.txt -XX:+UseSerialGC "$library" -jar warm.jar < input
    "$out/jdk/bin/java" -Xshare:dump -XX:SharedClassListFile=loaded.txt "-XX:SharedArchiveFile=$out/run.jsa" -XX:+UseSerialGC "$library"
} > dump.log 2>&1 || {
    cat dump.log >&2
    exit 1
}
cd /
rm -r "$work"

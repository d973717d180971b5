#!/bin/sh
# warm LIBRARY, or warm21 for that JDK: a javac that stays warm; see WarmCompiler.java.
# In its forks nobody collects garbage, nor throws code away that a new class makes wrong (UseCHA). What would need that, or
# more room than is given here, is compiled by another javac; the stack is small, as a warm javac does more with one.
here=$(dirname "$0")
version=${0##*/warm}
# The library comes before the C library: see jvm_fork.c.
LD_PRELOAD=$1 exec "$here/jdk$version/bin/java" "-XX:SharedArchiveFile=$here/javac$version.jsa" -XX:+UnlockDiagnosticVMOptions \
    -XX:ArchiveRelocationMode=0 -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+IgnoreUnrecognizedVMOptions -XX:-UseCHA \
    -XX:-UsePerfData -XX:+DisableAttachMechanism -XX:MetaspaceSize=256m -Xms320m -Xmx320m -Xmn256m -Xss4m \
    -cp "$here/compiler" WarmCompiler "$1" "$here/rehearsal"

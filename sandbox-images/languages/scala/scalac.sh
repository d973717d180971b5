#!/bin/sh
# scalac.sh PREPARED ARGUMENT...: what Debian's scalac does, with an archive of the compiler's classes.
prepared=$1
shift
jars=/usr/share/java/scala-compiler.jar:/usr/share/java/scala-library.jar:/usr/share/java/scala-reflect.jar
exec "$prepared/jdk/bin/java" "-XX:SharedArchiveFile=$prepared/scalac.jsa" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData \
    -Xmx1g -Xss16m "-Xbootclasspath/a:$jars" "-Dscala.boot.class.path=$jars" scala.tools.nsc.Main -encoding UTF-8 "$@"

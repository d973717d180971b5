#!/bin/sh
# scalac.sh PREPARED ARGUMENT...: what Debian's scalac does, with an archive of the compiler's classes.
prepared=$1
shift
jars=/usr/share/java
exec "$prepared/jdk/bin/java" "${ARCHIVE:--XX:SharedArchiveFile=$prepared/scalac.jsa}" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData \
    -Xmx1g -Xss16m -Dscala.usejavacp=true \
    -cp "$jars/scala-compiler.jar:$jars/scala-library.jar:$jars/scala-reflect.jar:$jars/scala-xml.jar:$jars/scala-parser-combinators.jar" \
    scala.tools.nsc.Main -encoding UTF-8 "$@"

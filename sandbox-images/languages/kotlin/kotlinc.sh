#!/bin/sh
# kotlinc.sh PREPARED ARGUMENT...: Debian's kotlinc without its own class loader, which no archive of classes can serve.
prepared=$1
shift
lib=/usr/share/kotlin/kotlinc/lib
exec "$prepared/jdk/bin/java" "${ARCHIVE:--XX:SharedArchiveFile=$prepared/kotlinc.jsa}" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData \
    -Xmx1g -Xss16m -Djava.awt.headless=true \
    -cp "$lib/kotlin-compiler.jar:$lib/annotations-13.0.jar:$lib/kotlin-stdlib.jar:$lib/kotlin-reflect.jar:/usr/share/java/libtrove-intellij.jar" \
    org.jetbrains.kotlin.cli.jvm.K2JVMCompiler -kotlin-home "${lib%/lib}" "$@"

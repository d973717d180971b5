#!/bin/sh
# kotlinc.sh PREPARED ARGUMENT...: the compiler of Debian's kotlinc, without its loader of classes, which no archive can serve.
prepared=$1
shift
exec "$prepared/jdk/bin/java" "-XX:SharedArchiveFile=$prepared/kotlinc.jsa" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData \
    -Xmx1g -Xss16m -Dkotlin.home=/usr/share/kotlin/kotlinc -Djava.awt.headless=true \
    -cp /usr/share/kotlin/kotlinc/lib/kotlin-compiler.jar org.jetbrains.kotlin.cli.jvm.K2JVMCompiler "$@"

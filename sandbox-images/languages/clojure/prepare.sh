#!/bin/sh
# Links the JDK under a name that is the same on every machine, and makes an archive of the classes that Clojure loads.
set -eu
out=$1
here=$(cd "$(dirname "$0")" && pwd)
for home in /usr/lib/jvm/java-17-openjdk-* /usr/lib/jvm/java-21-openjdk-*; do
    if [ -x "$home/bin/java" ]; then ln -sfn "$home" "$out/jdk"; fi
done
log=$(mktemp)
printf '3 1 2\nword word\n' | \
    "$out/jdk/bin/java" "-XX:ArchiveClassesAtExit=$out/run.jsa" -XX:+UseSerialGC \
        -cp /usr/share/java/clojure.jar:/usr/share/java/spec.alpha.jar:/usr/share/java/core.specs.alpha.jar \
        clojure.main "$here/warm.clj" > "$log" 2>&1 || {
    cat "$log" >&2
    exit 1
}
rm "$log"

#!/bin/sh
# Precompiles <bits/stdc++.h>, one header for each standard. -I finds it before the system's own header.
set -eu
for standard in 17 20 23; do
    mkdir -p "$1/cpp$standard/bits"
    echo '#include <bits/stdc++.h>' | g++ -O2 "-std=gnu++$standard" -pthread -x c++-header - -o "$1/cpp$standard/bits/stdc++.h.gch"
done

#!/bin/sh
# inline-build.sh PREPARED: makes one program of the pieces, and builds it.
set -eu
"$1/merge" "$1/importcfg"
sh "$1/build.sh" "$1" main.go program.go
rm main.go program.go

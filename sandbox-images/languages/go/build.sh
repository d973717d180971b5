#!/bin/sh
# build.sh PREPARED SOURCE...: compiles and links one program.
set -eu
prepared=$1
shift
sed "s|=|=$prepared/|" "$prepared/importcfg" > "$TMPDIR/importcfg"
go tool compile -p main -complete -trimpath "$PWD" -importcfg "$TMPDIR/importcfg" -o "$TMPDIR/program.o" "$@"
go tool link -importcfg "$TMPDIR/importcfg" -s -w -o solution "$TMPDIR/program.o"

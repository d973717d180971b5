#!/bin/sh
# Compiles the standard library into a build cache that every build then reads. It fits only the very settings of build.sh.
set -eu
cp "$(dirname "$0")/build.sh" "$1"
GOCACHE="$1/cache" GOPATH="$1/none" GOFLAGS=-trimpath CGO_ENABLED=0 GO111MODULE=off GOTELEMETRY=off go build std

# For tests of mode assert-inline: packages as archives, and where each of them is, without the go command's detour.
here=$(cd "$(dirname "$0")" && pwd)
cp "$here/inline/build.sh" "$1/inline-build.sh"
export GOCACHE="$1/cache" GOFLAGS=-trimpath CGO_ENABLED=0 GO111MODULE=off GOTELEMETRY=off GOPATH=/usr/share/gocode
go build -o "$1/merge" "$here/inline/merge.go"
packages=std
if [ -d /usr/share/gocode/src/github.com/stretchr/testify/assert ]; then
    packages="std github.com/stretchr/testify/assert github.com/stretchr/testify/require"
fi
mkdir "$1/packages"
# shellcheck disable=SC2086  # several words
go list -deps -export -f '{{if .Export}}{{.ImportPath}} {{.Export}}{{end}}' $packages | while read -r import archive; do
    cp "$archive" "$1/packages/$(echo "$import" | tr / -).a"
    echo "packagefile $import=packages/$(echo "$import" | tr / -).a" >> "$1/importcfg"
done

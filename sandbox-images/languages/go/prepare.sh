#!/bin/sh
# Compiles the standard library into a build cache that every build then reads. It fits only the very settings of build.sh.
set -eu
cp "$(dirname "$0")/build.sh" "$1"
GOCACHE="$1/cache" GOPATH="$1/none" GOFLAGS=-trimpath CGO_ENABLED=0 GO111MODULE=off GOTELEMETRY=off go build std

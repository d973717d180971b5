#!/bin/sh
# build.sh PREPARED SOURCE: go wants to write to its cache, so it gets a copy of links to the prepared one.
set -eu
cp -rs "$1/cache" "$TMPDIR/cache"
GOCACHE="$TMPDIR/cache" GOPATH="$TMPDIR/go" GOFLAGS=-trimpath CGO_ENABLED=0 GO111MODULE=off GOTELEMETRY=off exec go build -o solution "$2"

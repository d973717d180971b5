#!/bin/sh
# A start-up snapshot of Node. It can be read only with the very V8 options it was made with: those of run.argv.
set -eu
node --stack-size=60000 --max-old-space-size=30000 --max-semi-space-size=16 \
    --snapshot-blob "$1/start.blob" --build-snapshot "$(dirname "$0")/start.js"

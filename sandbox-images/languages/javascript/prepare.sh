#!/bin/sh
# A start-up snapshot of Node, and what keeps a Node warm. The snapshot can be read only with the very V8 options it was made
# with: those of run.argv.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
node --stack-size=60000 --max-old-space-size=30000 --max-semi-space-size=16 \
    --snapshot-blob "$1/start.blob" --build-snapshot "$here/start.js"
for name in warm warm-inline; do cp "$here/warm.sh" "$1/$name"; done
chmod +x "$1/warm" "$1/warm-inline"

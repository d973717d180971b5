#!/bin/sh
# A start-up snapshot of Node with the TypeScript compiler in it: loading the compiler takes most of a build's time.
set -eu
typescript=$(node -p 'require.resolve("typescript", { paths: ["/usr/share/nodejs", "/usr/lib/nodejs"] })')
work=$(mktemp -d)
cat "$typescript" "$(dirname "$0")/compile.js" > "$work/compiler.js"
cd "$work"
node --snapshot-blob "$1/compiler.blob" --build-snapshot compiler.js
cd /
rm -r "$work"

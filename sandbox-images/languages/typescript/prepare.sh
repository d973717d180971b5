#!/bin/sh
# Start-up snapshots of Node, one with the TypeScript compiler in it, as loading it takes most of a build's time. They can
# be read only with the very V8 options they were made with: those of build.argv and run.argv. And what keeps a Node warm.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
typescript=$(node -p 'require.resolve("typescript", { paths: ["/usr/share/nodejs", "/usr/lib/nodejs"] })')
work=$(mktemp -d)
cat "$typescript" "$here/compile.js" > "$work/compiler.js"
node --snapshot-blob "$1/compiler.blob" --build-snapshot "$work/compiler.js"
node --stack-size=60000 --max-old-space-size=30000 --max-semi-space-size=16 \
    --snapshot-blob "$1/start.blob" --build-snapshot "$here/start.js"
cp "$here/warm.sh" "$1/warm"
cp "$here/warm-compiler.sh" "$1/warm-compiler"
chmod +x "$1/warm" "$1/warm-compiler"
cp "$here/rehearsal.ts" "$1"
rm -r "$work"

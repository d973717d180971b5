#!/bin/sh
# warm-compiler LIBRARY: the compiler, warm; see compile.js.
here=$(dirname "$0")
OPENSSL_CONF=/dev/null exec node --snapshot-blob "$here/compiler.blob" "$1" "$here/rehearsal.ts"

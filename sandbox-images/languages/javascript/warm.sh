#!/bin/sh
# warm LIBRARY, or warm-inline: a Node that stays warm; see start.js. With the options of the runs that are its forks.
here=$(dirname "$0")
case $0 in
*-inline) strict=--unhandled-rejections=strict ;;
esac
OPENSSL_CONF=/dev/null exec node --snapshot-blob "$here/start.blob" --stack-size=60000 --max-old-space-size=30000 --max-semi-space-size=16 \
    ${strict:+"$strict"} "$1"

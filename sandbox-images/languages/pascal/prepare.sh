#!/bin/sh
# Free Pascal's configuration, without which it does not find its units. It is reached through links in /etc.
set -eu
cp -L /etc/fpc.cfg "$1/fpc.cfg"

#!/bin/sh
# build.sh ENTRY COMPILER ARGUMENT...: compiles solution.cpp, and says what the candidate in it has of its own. While it does,
# the candidate is a file as well, so that messages show the lines they are about.
set -eu
entry=$1
shift
has() { grep -Eq "^[[:space:]]*(class|struct)[[:space:]]+$1([[:space:]:{]|\$)" candidate.cpp; }
sed '1,/^#line 1 "candidate.cpp"$/d; /^#undef main$/,$d' solution.cpp > candidate.cpp
if has ListNode; then set -- "$@" -DGRADER_OWN_LISTNODE; fi
if has TreeNode; then set -- "$@" -DGRADER_OWN_TREENODE; fi
# A name that is nowhere is looked for in a class, where it is no error that it is missing.
if ! has Solution && grep -Fqw -e "$entry" candidate.cpp; then set -- "$@" -DGRADER_GLOBAL; fi
status=0
"$@" "-DGRADER_ENTRY=$entry" "-DGRADER_NAME=\"$entry\"" || status=$?
rm candidate.cpp
exit $status

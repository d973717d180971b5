set -u
: "${missing:?the reason}"

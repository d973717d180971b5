result=0

depth() {
    if ((${1} > 0)); then
        depth $((${1} - 1))
        result=$((result + 1))
    fi
}

depth 10000
echo "$result"

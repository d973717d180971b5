IFS= read -r line
reversed=
for ((i = 0; i < ${#line}; i++)); do
    reversed=${line:i:1}$reversed
done
echo "${#line}"
echo "$reversed"

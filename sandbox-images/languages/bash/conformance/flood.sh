printf -v line '%1000s' flood
while true; do
    echo "$line"
done

while true; do
    echo flood
done

for i in 1 2 3 4; do
    echo "$i" > "$TMPDIR/$i" &
done
wait
cat "$TMPDIR"/[1-4] | wc -l

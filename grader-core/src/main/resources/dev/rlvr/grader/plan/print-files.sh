# Prints every file of this folder: a line with x or -, its size and its name, then its bytes.
for file in *; do
    if [ "$file" = print-files.sh ] || [ ! -f "$file" ]; then continue; fi
    if [ -x "$file" ]; then kind=x; else kind=-; fi
    printf '%s %s %s\n' "$kind" "$(($(wc -c < "$file")))" "$file"
    cat "$file"
done

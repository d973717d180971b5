seen=

saw() {
    echo "saw $1"
    seen=yes
}

for path in /proc/1/environ /etc/shadow; do
    if [[ -n $(tr -d '\0' 2> /dev/null < $path) ]]; then saw $path; fi
done 2> /dev/null
for folder in /home /root /tmp/grader-work; do
    for name in $(ls $folder 2> /dev/null); do saw "$folder/$name"; done
done
for process in /proc/[0-9]*; do
    environment=$(tr '\0' '\n' 2> /dev/null < "$process/environ")
    if [[ -n $environment && $environment != *LANG=C.UTF-8* ]]; then saw "$process"; fi
done 2> /dev/null
if [[ -z $seen ]]; then echo alone; fi

if (exec 3<> /dev/tcp/127.0.0.1/80) 2> /dev/null; then
    echo connected
else
    echo refused
fi

-- The standard library cannot sleep, but it can ask the shell to.
os.execute("sleep 60")

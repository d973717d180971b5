import threading

count = []
threads = [threading.Thread(target=count.append, args=(i,)) for i in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(count))

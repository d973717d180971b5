#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static atomic_int count;

static void *work(void *unused) {
    atomic_fetch_add(&count, 1);
    return unused;
}

int main(void) {
    pthread_t threads[4];
    for (int i = 0; i < 4; i++) {
        if (pthread_create(&threads[i], NULL, work, NULL) != 0) return 1;
    }
    for (int i = 0; i < 4; i++) pthread_join(threads[i], NULL);
    printf("%d\n", count);
}

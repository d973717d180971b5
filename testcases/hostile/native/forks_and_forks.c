// A53 | sum | RE/TLE/MLE/WA | forks and forks
#include <unistd.h>

int main(void) {
    for (;;) {
        if (fork() == 0) setsid();
    }
}

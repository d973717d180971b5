// A40 | sum | TLE | burns CPU time
int main(void) {
    for (volatile unsigned n = 0;; n++) {
    }
}

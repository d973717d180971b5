#include <iostream>

// A frame of a kilobyte: more stack in all than the usual 8 MiB.
int depth(int n) {
    volatile char frame[1024];
    frame[n % 1024] = 0;
    return n == 0 ? frame[0] : 1 + depth(n - 1);
}

int main() {
    std::cout << depth(10000) << '\n';
}

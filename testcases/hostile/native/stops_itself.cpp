// A45 | sum | TLE | stops itself after the right answer
#include <csignal>
#include <iostream>

int main() {
    std::cout << 6 << std::endl;
    for (;;) std::raise(SIGSTOP);
}

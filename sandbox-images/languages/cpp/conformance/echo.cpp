#include <iostream>

int main() {
    std::ios::sync_with_stdio(false);
    static char buffer[1 << 16];
    while (std::cin.read(buffer, sizeof buffer) || std::cin.gcount() > 0) std::cout.write(buffer, std::cin.gcount());
}

// A47 | sum | MLE/RE | takes memory step by step
#include <cstring>
#include <vector>

int main() {
    std::vector<char *> held;
    for (;;) {
        held.push_back(new char[1 << 20]);
        std::memset(held.back(), 1, 1 << 20);
    }
}

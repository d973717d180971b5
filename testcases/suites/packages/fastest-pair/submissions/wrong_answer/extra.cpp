#include "read.h"

int main() {
    auto all = read();
    std::cout << all[1] << " " << all[0] - all[1] << " and more\n";
}

#include "numbers.h"

#include <algorithm>
#include <iostream>

int main(int, char **argv) {
    auto all = numbers(argv[1]);
    auto has = [&](long long n) { return std::find(all.begin() + 1, all.end(), n) != all.end(); };
    long long a, b;
    if (!(std::cin >> a >> b)) return 43;
    std::string more;
    return a + b == all[0] && has(a) && has(b) && !(std::cin >> more) ? 42 : 43;
}

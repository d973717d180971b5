#pragma once

#include <iostream>
#include <vector>

inline std::vector<long long> read() {
    std::vector<long long> all;
    for (long long n; std::cin >> n;) all.push_back(n);
    return all;
}

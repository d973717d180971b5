#pragma once

#include <fstream>
#include <vector>

inline std::vector<long long> numbers(const char *path) {
    std::ifstream in(path);
    std::vector<long long> all;
    for (long long n; in >> n;) all.push_back(n);
    return all;
}

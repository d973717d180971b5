#include <cstdlib>
#include <iostream>

int main() {
    std::cout << "please" << std::endl;
    long long number;
    std::cin >> number;
    std::abort();
}

#include <iostream>

int main() {
    std::cout << "now" << std::endl;
    long long number = 0;
    std::cin >> number;
    std::cout << number << std::endl;
}

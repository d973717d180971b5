#include <iostream>
#include <string>

int main() {
    std::cout << "please" << std::endl;
    std::string number;
    std::cin >> number;
    std::cout << number << std::endl;
}

#include <iostream>
#include <string>
#include <vector>

int main() {
    std::string line;
    std::getline(std::cin, line);
    std::vector<std::string> points;
    for (char c : line) {
        bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
        if (!continues) points.emplace_back();
        points.back() += c;
    }
    std::cout << points.size() << '\n';
    for (auto point = points.rbegin(); point != points.rend(); ++point) std::cout << *point;
    std::cout << '\n';
}

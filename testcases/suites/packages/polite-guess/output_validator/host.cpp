#include <fstream>
#include <iostream>
#include <string>

int main(int, char **argv) {
    std::ifstream in(argv[1]);
    long long secret, said;
    in >> secret;
    std::string word;
    if (!(std::cin >> word) || word != "please") return 43;
    std::cout << secret << std::endl;
    return std::cin >> said && said == secret && !(std::cin >> word) ? 42 : 43;
}

// A59 | sum | OLE | the right answer and a gigabyte of blanks
#include <iostream>
#include <string>

int main() {
    std::cout << 6 << std::endl;
    const std::string blanks(1 << 20, ' ');
    for (int i = 0; i < 1024; i++) std::cout << blanks;
}

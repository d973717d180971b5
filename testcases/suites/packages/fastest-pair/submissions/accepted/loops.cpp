#include "read.h"

int main() {
    auto all = read();
    for (size_t i = 1; i < all.size(); i++)
        for (size_t j = 1; j < all.size(); j++)
            if (all[i] + all[j] == all[0]) {
                std::cout << all[i] << " " << all[j] << "\n";
                return 0;
            }
}

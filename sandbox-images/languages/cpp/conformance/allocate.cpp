#include <cstdlib>
#include <cstring>

// malloc and not new: a refused block must not become std::bad_alloc before the limit is seen.
int main() {
    for (;;) {
        if (void* block = std::malloc(1 << 20)) std::memset(block, 1, 1 << 20);
    }
}

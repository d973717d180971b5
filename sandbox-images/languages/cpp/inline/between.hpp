
#undef main
#undef assert
#undef NDEBUG
#include <assert.h>
#line 1 "tests.cpp"

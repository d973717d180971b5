
#undef main
#undef assert
#undef NDEBUG
#line 1 "tests.cpp"

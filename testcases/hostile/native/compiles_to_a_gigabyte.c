// A67 | sum | CE | a program that is larger than allowed
int held[1 << 28] = {1};

int main(void) { return held[0]; }

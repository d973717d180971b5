// A67 | sum | CE | what it includes is not there, or no C++
#include "/etc/passwd"
#include "/proc/1/environ"

int main() {}

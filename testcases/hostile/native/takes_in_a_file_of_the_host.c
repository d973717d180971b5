// A67 | sum | CE | bytes of a file that it may not read
__asm__(".section .rodata\nkept: .incbin \"/etc/shadow\"\n");

int main(void) { return 0; }

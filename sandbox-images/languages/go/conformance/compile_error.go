package main

func main() {
	return 0
}

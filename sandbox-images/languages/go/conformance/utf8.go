package main

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"
)

func main() {
	line, err := bufio.NewReader(os.Stdin).ReadString('\n')
	if err != nil {
		panic(err)
	}
	points := []rune(strings.TrimSuffix(line, "\n"))
	slices.Reverse(points)
	fmt.Println(len(points))
	fmt.Println(string(points))
}

package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

func main() {
	line, err := bufio.NewReader(os.Stdin).ReadString('\n')
	if err != nil {
		panic(err)
	}
	points := []rune(strings.TrimSuffix(line, "\n"))
	for i, j := 0, len(points)-1; i < j; i, j = i+1, j-1 {
		points[i], points[j] = points[j], points[i]
	}
	fmt.Println(len(points))
	fmt.Println(string(points))
}

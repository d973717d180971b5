package main

import (
	"fmt"
	"strings"
)

func main() {
	text := strings.Repeat("flood ", 1000)
	for {
		fmt.Println(text)
	}
}

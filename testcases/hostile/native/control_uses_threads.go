// P02 | sum | AC | four goroutines
package main

import (
	"fmt"
	"sync"
)

func main() {
	var group sync.WaitGroup
	var parts [4]int
	for i := range parts {
		group.Add(1)
		go func(i int) {
			defer group.Done()
			parts[i] = i
		}(i)
	}
	group.Wait()
	fmt.Println(parts[1] + parts[2] + parts[3])
}

// A40 | sum | TLE | burns CPU time on every core
package main

import "runtime"

func main() {
	for i := 0; i < runtime.NumCPU(); i++ {
		go func() {
			for {
			}
		}()
	}
	select {}
}

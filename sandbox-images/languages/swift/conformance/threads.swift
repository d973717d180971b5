import Foundation

var count = 0
let lock = NSLock()
DispatchQueue.concurrentPerform(iterations: 4) { _ in
    lock.lock()
    count += 1
    lock.unlock()
}
print(count)

#lang racket/base
(define count (make-semaphore))
(define threads (for/list ([_ 4]) (thread (lambda () (semaphore-post count)))))
(for-each thread-wait threads)
(displayln (for/sum ([_ 5]) (if (semaphore-try-wait? count) 1 0)))

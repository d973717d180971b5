#lang racket/base
(define line (read-line))
(displayln (string-length line))
(displayln (list->string (reverse (string->list line))))

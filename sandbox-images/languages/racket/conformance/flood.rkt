#lang racket/base
(define text (make-string 6000 #\x))
(let loop ()
  (displayln text)
  (loop))

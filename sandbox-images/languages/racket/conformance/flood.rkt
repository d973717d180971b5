#lang racket/base
(let loop ()
  (displayln "flood")
  (loop))

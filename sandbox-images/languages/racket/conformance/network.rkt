#lang racket/base
(require racket/tcp)
(displayln
 (with-handlers ([exn:fail? (lambda (_) "refused")])
   (tcp-connect "127.0.0.1" 80)
   "connected"))

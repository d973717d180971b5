#lang racket/base
(error "the reason")

let () = failwith "the reason"

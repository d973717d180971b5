let () =
  let domains = List.init 4 (fun _ -> Domain.spawn (fun () -> 1)) in
  let count = List.fold_left (fun sum domain -> sum + Domain.join domain) 0 domains in
  Printf.printf "%d\n" count

let connect () =
  let socket = Unix.socket Unix.PF_INET Unix.SOCK_STREAM 0 in
  Unix.connect socket (Unix.ADDR_INET (Unix.inet_addr_loopback, 80))

let () =
  match connect () with
  | () -> print_endline "connected"
  | exception Unix.Unix_error _ -> print_endline "refused"

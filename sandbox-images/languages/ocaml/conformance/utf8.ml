let rec points line at =
  if at = String.length line then []
  else
    let size = Uchar.utf_decode_length (String.get_utf_8_uchar line at) in
    String.sub line at size :: points line (at + size)

let () =
  let points = points (read_line ()) 0 in
  Printf.printf "%d\n%s\n" (List.length points) (String.concat "" (List.rev points))

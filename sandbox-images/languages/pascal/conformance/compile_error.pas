program CompileError;

var
  N: Integer;

begin
  N := 'hello';
end.

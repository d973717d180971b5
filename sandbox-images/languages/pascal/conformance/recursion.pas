program Recursion;

function Depth(N: Integer): Integer;
begin
  if N = 0 then Depth := 0 else Depth := 1 + Depth(N - 1);
end;

begin
  WriteLn(Depth(10000));
end.

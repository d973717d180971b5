program Allocate;

var
  Block: Pointer;

begin
  ReturnNilIfGrowHeapFails := True;
  while True do
  begin
    GetMem(Block, 1 shl 20);
    if Block <> nil then FillChar(Block^, 1 shl 20, 1);
  end;
end.

program Flood;

begin
  while True do WriteLn('flood');
end.

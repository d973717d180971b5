program CpuLoop;

var
  N: QWord = 0;

begin
  while True do Inc(N);
end.

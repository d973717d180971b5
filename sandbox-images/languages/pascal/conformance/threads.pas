program Threads;

uses cthreads, Classes;

var
  Count: LongInt = 0;

function Work(Unused: Pointer): PtrInt;
begin
  InterlockedIncrement(Count);
  Work := 0;
end;

var
  Ids: array[1..4] of TThreadID;
  I: Integer;

begin
  for I := 1 to 4 do Ids[I] := BeginThread(@Work);
  for I := 1 to 4 do WaitForThreadTerminate(Ids[I], 0);
  WriteLn(Count);
end.

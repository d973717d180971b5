program Echo;

uses Classes, SysUtils;

var
  Source, Target: THandleStream;
  Buffer: array[0..65535] of Byte;
  Count: LongInt;

begin
  Source := THandleStream.Create(StdInputHandle);
  Target := THandleStream.Create(StdOutputHandle);
  repeat
    Count := Source.Read(Buffer, SizeOf(Buffer));
    Target.WriteBuffer(Buffer, Count);
  until Count <= 0;
end.

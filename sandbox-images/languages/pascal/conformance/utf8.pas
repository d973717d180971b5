program Utf8;

var
  Line, Point, Reversed: RawByteString;
  Count, At, Size: Integer;

begin
  ReadLn(Line);
  Count := 0;
  At := 1;
  Reversed := '';
  while At <= Length(Line) do
  begin
    Size := 1;
    while (At + Size <= Length(Line)) and (Ord(Line[At + Size]) and $C0 = $80) do Inc(Size);
    Point := Copy(Line, At, Size);
    Reversed := Point + Reversed;
    Inc(Count);
    Inc(At, Size);
  end;
  WriteLn(Count);
  WriteLn(Reversed);
end.

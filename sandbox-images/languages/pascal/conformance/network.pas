program Network;

uses Sockets;

var
  Address: TInetSockAddr;
  Handle: LongInt;

begin
  Address := Default(TInetSockAddr);
  Address.sin_family := AF_INET;
  Address.sin_port := htons(80);
  Address.sin_addr := StrToNetAddr('127.0.0.1');
  Handle := fpSocket(AF_INET, SOCK_STREAM, 0);
  if (Handle >= 0) and (fpConnect(Handle, @Address, SizeOf(Address)) = 0) then
    WriteLn('connected')
  else
    WriteLn('refused');
end.

program Uncaught;

uses SysUtils;

begin
  raise Exception.Create('the reason');
end.

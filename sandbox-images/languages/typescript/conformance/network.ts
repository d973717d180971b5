import * as net from "net";

net
  .connect(80, "127.0.0.1")
  .on("connect", (): void => {
    console.log("connected");
    process.exit();
  })
  .on("error", (): void => console.log("refused"));

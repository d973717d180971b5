const net = require("net");

net
  .connect(80, "127.0.0.1")
  .on("connect", () => {
    console.log("connected");
    process.exit();
  })
  .on("error", () => console.log("refused"));

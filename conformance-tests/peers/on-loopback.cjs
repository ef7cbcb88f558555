// open-api-mocker listens on all addresses and has no option for it. node --require loads this file first.
const { Server } = require("node:net");

const { listen } = Server.prototype;
Server.prototype.listen = function onLoopback(port, ...rest) {
  return listen.call(this, port, "127.0.0.1", ...rest);
};

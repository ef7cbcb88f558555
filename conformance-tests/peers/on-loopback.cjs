// open-api-mocker has no option for the address to listen on and takes all of them. Loaded before it, with node --require.
const { Server } = require("node:net");

const { listen } = Server.prototype;
Server.prototype.listen = function onLoopback(port, ...rest) {
  return listen.call(this, port, "127.0.0.1", ...rest);
};

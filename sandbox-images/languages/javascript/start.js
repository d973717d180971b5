// The start of a run from a snapshot: Node as it is after its own start-up, which takes most of a short program's time.
// From here on it does what `node solution.js` does.
//
// Started as `node library.so`, it waits there, warm, and goes on in forks of itself; see node_fork.c of the agent.
const Module = require("module");
const path = require("path");
const v8 = require("v8");
// What programs read, print and compare with: forks find it loaded.
const USUAL = ["fs", "readline", "stream", "tty", "net", "util", "events", "assert", "vm"];

/** In a fork: what was asked for, to be found where Node would have put it. */
function become(told) {
  const [pid, random, count, ...words] = told.split("\0");
  const command = words.splice(0, Number(count));
  words.pop(); // after the last NUL
  const script = command.findIndex((word, i) => i > 0 && !word.startsWith("-"));
  Object.defineProperty(process, "pid", { value: Number(pid), enumerable: true, configurable: true });
  process.execArgv = command.slice(1, script);
  process.argv = [process.argv[0], ...command.slice(script)];
  for (const name of Object.keys(process.env)) delete process.env[name];
  for (const word of words) {
    const end = word.indexOf("=");
    process.env[word.slice(0, end)] = word.slice(end + 1);
  }
  // Or all forks would draw the same numbers.
  const seed = process.execArgv.find((word) => word.startsWith("--random-seed="));
  v8.setFlagsFromString(seed || `--random-seed=${random}`);
}

v8.startupSnapshot.setDeserializeMainFunction(() => {
  if (process.argv[1].endsWith(".so")) {
    const library = { exports: {} };
    for (const name of USUAL) require(name);
    process.dlopen(library, process.argv[1]);
    become(library.exports.serve());
  }
  process.argv[1] = path.resolve(process.argv[1]);
  Module.runMain(process.argv[1]);
});

// The start of a run from a snapshot: Node as it is after its own start-up, which takes most of a short program's time.
// From here on it does what `node solution.js` does.
require("v8").startupSnapshot.setDeserializeMainFunction(() => {
  process.argv[1] = require("path").resolve(process.argv[1]);
  require("module").runMain(process.argv[1]);
});

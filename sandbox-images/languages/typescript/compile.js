// Translates one file without looking at types, as Node's own type stripping and Deno do: only what cannot be read is an
// error. Appended to typescript.js, which declares `ts`; see prepare.sh.
//
// Started as `node library.so rehearsal.ts`, it warms up and waits, and goes on in forks of itself; see node_fork.c of the agent.
const fs = require("fs");

function translate(source) {
  return ts.transpileModule(fs.readFileSync(source, "utf8"), {
    fileName: source,
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true, strict: true },
  });
}

function compile(source) {
  const { outputText, diagnostics } = translate(source);
  if (diagnostics.length > 0) {
    const host = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => "", getNewLine: () => "\n" };
    process.stderr.write(ts.formatDiagnostics(diagnostics, host));
    process.exit(1);
  }
  fs.writeFileSync(source.replace(/\.ts$/, ".js"), outputText);
}

const REHEARSALS = 40; // code that ran so often is compiled
/** In a fork: the file that it is to translate, the last word of the command that was asked for. */
function asked(library, rehearsal) {
  const module = { exports: {} };
  process.dlopen(module, library);
  for (let i = 0; i < REHEARSALS; i++) translate(rehearsal);
  const [, , count, ...words] = module.exports.serve().split("\0");
  return words[Number(count) - 1];
}

require("v8").startupSnapshot.setDeserializeMainFunction(() => {
  const [, first, second] = process.argv;
  compile(first.endsWith(".so") ? asked(first, second) : first);
});

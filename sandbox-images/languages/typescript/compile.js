// Translates one file without looking at types, as Node's own type stripping and Deno do: only what cannot be read is an
// error. Appended to typescript.js, which declares `ts`; see prepare.sh.
function compile(source) {
  const fs = require("fs");
  const target = source.replace(/\.ts$/, ".js");
  const { outputText, diagnostics } = ts.transpileModule(fs.readFileSync(source, "utf8"), {
    fileName: source,
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true, strict: true },
  });
  if (diagnostics.length > 0) {
    const host = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => "", getNewLine: () => "\n" };
    process.stderr.write(ts.formatDiagnostics(diagnostics, host));
    process.exit(1);
  }
  fs.writeFileSync(target, outputText);
}

require("v8").startupSnapshot.setDeserializeMainFunction(() => compile(process.argv[1]));

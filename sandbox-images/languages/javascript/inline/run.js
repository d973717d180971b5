// Runs a candidate and then tests as two scripts of one realm, and tells the secret when the tests ran to their end and
// nothing is left to do. What tests rely on can be neither replaced nor shadowed by a declaration of the candidate.
'use strict';
const fs = require('fs');
const vm = require('vm');
const assert = require('assert');
const { createRequire } = require('module');

const write = fs.writeSync.bind(fs);
const secret = fs.readFileSync(0);
let ended = false;

// In a plain run a failed console.assert prints and goes on.
console.assert = (condition, ...words) => {
  if (!condition) throw new assert.AssertionError({ message: words.join(' ') || 'console.assert failed' });
};

const lock = (holder, name) => {
  const { value } = Object.getOwnPropertyDescriptor(holder, name);
  Object.defineProperty(holder, name, { value, writable: false, configurable: false });
};
const lockAll = (holder) => {
  for (const name of Reflect.ownKeys(holder)) {
    const property = Object.getOwnPropertyDescriptor(holder, name);
    if (property.configurable && 'value' in property) lock(holder, name);
  }
};
globalThis.console = console;
for (const part of [assert, assert.strict, console, JSON, Math, Object, Reflect, Number]) lockAll(part);
for (const name of ['console', 'JSON', 'Math', 'Object', 'Array', 'String', 'Number', 'Boolean', 'Map', 'Set', 'Date']) lock(globalThis, name);

process.on('beforeExit', () => {
  if (ended && !process.exitCode) write(3, secret);
  ended = false;
});

const file = require('path').resolve('solution.js');
globalThis.module = { exports: {} };
globalThis.exports = globalThis.module.exports;
globalThis.require = createRequire(file);
globalThis.__filename = file;
globalThis.__dirname = process.cwd();
vm.runInThisContext(fs.readFileSync('solution.js', 'utf8'), { filename: 'solution.js' });
vm.runInThisContext(fs.readFileSync('tests.js', 'utf8'), { filename: 'tests.js' });
ended = true;

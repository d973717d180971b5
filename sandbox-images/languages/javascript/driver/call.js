// Calls a function of the candidate with what the request says, and writes one line about its value to descriptor 3.
// Started as `node call.js FILE [ANNOTATED]`: the candidate as JavaScript, and the file that says what its parameters are
// (in TypeScript's notation, or in comments as JSDoc has it).
'use strict';
const fs = require('fs');
const path = require('path');
const Module = require('module');

const { stringify, parse } = JSON;
const { isFinite } = Number;
const write = fs.writeSync.bind(fs);
const exit = process.reallyExit.bind(process);
const MOST_NODES = 1000000; // more are taken for a circle
const DEEPEST = 400;

class Failure extends Error {
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

// What LeetCode's candidates take for granted; one that declares its own hides these.
globalThis.ListNode = function ListNode(val, next) {
  this.val = val === undefined ? 0 : val;
  this.next = next === undefined ? null : next;
};
globalThis.TreeNode = function TreeNode(val, left, right) {
  this.val = val === undefined ? 0 : val;
  this.left = left === undefined ? null : left;
  this.right = right === undefined ? null : right;
};

function linked(list, ListNode) {
  let first = null;
  for (let i = list.length - 1; i >= 0; i--) {
    const node = new ListNode(list[i]);
    node.next = first;
    first = node;
  }
  return first;
}

// Level by level; a missing child has no children in the list.
function tree(list, TreeNode) {
  if (list.length === 0 || list[0] === null) return null;
  const node = (value) => (value === null || value === undefined ? null : new TreeNode(value));
  const root = node(list[0]);
  const level = [root];
  for (let i = 1, at = 0; i < list.length && at < level.length; at++, i += 2) {
    for (const [side, value] of [['left', list[i]], ['right', list[i + 1]]]) {
      level[at][side] = node(value);
      if (level[at][side]) level.push(level[at][side]);
    }
  }
  return root;
}

function chainValues(node) {
  const values = [];
  for (; node; node = node.next) {
    if (values.push(node.val) > MOST_NODES) throw new Failure('type', 'a linked list that contains itself');
  }
  return values;
}

function treeValues(root) {
  const values = [];
  const level = [root];
  for (let at = 0; at < level.length; at++) {
    const node = level[at];
    values.push(node ? node.val : null);
    if (node) level.push(node.left, node.right);
    if (at > MOST_NODES) throw new Failure('type', 'a tree that contains itself');
  }
  while (values.length > 0 && values[values.length - 1] === null) values.pop();
  return values;
}

// JSON of plain data; all else is refused. Undefined is null, as in lists of JSON.
function json(value, depth = 0) {
  if (value === null || value === undefined) return 'null';
  switch (typeof value) {
    case 'boolean': return value ? 'true' : 'false';
    case 'bigint': return value.toString();
    case 'string': return stringify(value);
    case 'number':
      if (!isFinite(value)) throw new Failure('type', `the number ${value}`);
      return Object.is(value, -0) ? '-0.0' : stringify(value);
    case 'object': break;
    default: throw new Failure('type', `a value of type ${typeof value}`);
  }
  if (depth > DEEPEST) throw new Failure('type', `a value nested more than ${DEEPEST} deep`);
  const items = (list) => `[${Array.from(list, (item) => json(item, depth + 1)).join(',')}]`;
  const fields = (pairs) => `{${Array.from(pairs, ([key, item]) => `${stringify(String(key))}:${json(item, depth + 1)}`).join(',')}}`;
  if (Array.isArray(value) || ArrayBuffer.isView(value) || value instanceof Set) return items(value);
  if (value instanceof Map) return fields(value);
  if (value instanceof Number || value instanceof String || value instanceof Boolean) return json(value.valueOf(), depth);
  if ('val' in value && 'next' in value) return items(chainValues(value));
  if ('val' in value && 'left' in value && 'right' in value) return items(treeValues(value));
  if (typeof value[Symbol.iterator] === 'function' && typeof value.next === 'function') return items(value);
  const prototype = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return fields(Object.entries(value));
  throw new Failure('type', `a value of type ${value.constructor ? value.constructor.name : 'object'}`);
}

// Names that a module declares are seen from inside of it only, so the question is asked there.
function load(file) {
  const source = fs.readFileSync(file, 'utf8').replace(/^#!.*/, '')
    .replace(/^export\s+default\s+(?=(?:async\s+)?(?:function|class)\b)/gm, '')
    .replace(/^export\s+(?=(?:async\s+)?(?:function|class|const|let|var)\b)/gm, '');
  const module = new Module(path.resolve(file), null);
  module.filename = path.resolve(file);
  module.paths = Module._nodeModulePaths(path.dirname(module.filename));
  let look;
  Object.defineProperty(module, 'grader', { set: (found) => { look = found; }, configurable: true });
  try {
    module._compile(`${source}\n;module.grader = (name) => eval(name);`, module.filename);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    process.stderr.write(`${error.stack}\n`);
    throw new Failure('compile', String(error.message));
  }
  const named = (name) => {
    try {
      return look(name);
    } catch (error) {
      return undefined;
    }
  };
  const classes = Array.from(source.matchAll(/\bclass\s+([A-Za-z_$][\w$]*)/g), (match) => match[1]);
  return { source, exports: module.exports, named, classes };
}

function find(loaded, entry) {
  const { exports, named, classes } = loaded;
  if (/^[A-Za-z_$][\w$]*$/.test(entry)) {
    for (const found of [named(entry), exports && exports[entry], exports]) {
      if (typeof found === 'function' && !/^class\b/.test(Function.prototype.toString.call(found))) return found;
    }
    const holders = classes.map(named).filter((type) => typeof type === 'function' && (entry in type.prototype || entry in type));
    const holder = holders.find((type) => type.name === 'Solution') || (holders.length === 1 ? holders[0] : undefined);
    if (holder) {
      if (!(entry in holder.prototype)) return holder[entry].bind(holder);
      const object = new holder();
      return object[entry].bind(object);
    }
  }
  throw new Failure('missing', `the candidate has no function ${entry}`);
}

// The types of the parameters and of the value, as far as they are written down.
function types(source, entry) {
  const name = entry.replace(/\$/g, '\\$&');
  const head = new RegExp(`(?<![\\w$.])${name}\\s*(?::[^=]*)?(?:=\\s*)?(?:async\\s+)?(?:function\\s*[\\w$]*\\s*)?(?:<[^(]*>)?\\(`).exec(source);
  if (!head) return { parameters: [], returns: '' };
  const parameters = [''];
  let depth = 1;
  let at = head.index + head[0].length;
  for (; at < source.length && depth > 0; at++) {
    const c = source[at];
    if ('([{<'.includes(c)) depth++;
    if (')]}>'.includes(c) && source[at - 1] !== '=') depth--;
    if (c === ',' && depth === 1) parameters.push('');
    else if (depth > 0) parameters[parameters.length - 1] += c;
  }
  const returns = /^\s*:\s*([^{=]*)/.exec(source.slice(at));
  const comment = source.slice(0, head.index).match(/\/\*\*(?:(?!\*\/)[\s\S])*\*\/(?=(?:(?!\/\*\*|[;}])[\s\S])*$)/);
  const documented = Array.from((comment ? comment[0] : '').matchAll(/@param\s*\{([^}]*)\}/g), (match) => match[1]);
  const result = /@returns?\s*\{([^}]*)\}/.exec(comment ? comment[0] : '');
  return {
    parameters: parameters.map((text, i) => (text.includes(':') ? text : documented[i] || '')),
    returns: returns ? returns[1] : result ? result[1] : '',
  };
}

const mentionsNodes = (type) => /\b(?:ListNode|TreeNode)\b/.test(type);

function converted(value, type, named) {
  if (!Array.isArray(value) || !mentionsNodes(type)) return value;
  if (/(?:ListNode|TreeNode)[^[\]]*\]?\)?\s*(?:\[\]|>)/.test(type)) {
    return value.map((item) => converted(item, type.replace(/\[\]|Array/g, '').replace(/[<>]/g, ' '), named));
  }
  return /\bListNode\b/.test(type) ? linked(value, named('ListNode')) : tree(value, named('TreeNode'));
}

async function answer(request, file, annotated) {
  const loaded = load(file);
  const called = find(loaded, request.entry);
  const { parameters, returns } = types(fs.readFileSync(annotated, 'utf8'), request.entry);
  const given = request.args.map((value, i) => converted(value, parameters[i] || '', loaded.named));
  const value = await called(...given);
  const nothing = value === null || value === undefined;
  let line = `{"ok":${nothing && mentionsNodes(returns) ? '[]' : json(value)}`;
  if (nothing && given.length > 0 && typeof request.args[0] === 'object' && request.args[0] !== null) {
    line += `,"mutated":${given[0] === null ? '[]' : json(given[0])}`;
  }
  return `${line}}`;
}

function failed(error) {
  if (error instanceof Failure) return stringify({ error: error.kind, message: error.message.slice(0, 2000) });
  if (error instanceof RangeError && /call stack/.test(error.message)) process.stderr.write(`${error}\n`);
  else process.stderr.write(`${error && error.stack ? error.stack : error}\n`);
  return stringify({ error: 'exception', message: String(error).slice(0, 2000) });
}

function tell(line) {
  const bytes = Buffer.from(`${line}\n`);
  for (let at = 0; at < bytes.length;) at += write(3, bytes, at);
  exit(line.startsWith('{"ok"') ? 0 : 1);
}

const [file, annotated = file] = process.argv.slice(2);
answer(parse(fs.readFileSync(0, 'utf8')), file, annotated).then(tell, (error) => tell(failed(error)));

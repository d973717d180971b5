// What programs are made of, for the compiler to warm up on. Nobody runs it.
import * as fs from "fs";

type Pair<A, B = A> = { first: A; second?: B };
type Visitor = (node: Node<number>, depth: number) => void;
interface Shape extends Iterable<number> {
  readonly name: string;
  area(scale?: number): number;
  [key: string]: unknown;
}
enum Colour {
  Red = 1,
  Green,
}
declare const outside: unknown;

abstract class Base<T extends object> {
  protected items: Map<string, T> = new Map();
  static count = 0;
  constructor(private readonly owner: string, public limit: number = 10) {
    Base.count++;
  }
  abstract make(...args: unknown[]): T | undefined;
  get size(): number {
    return this.items.size;
  }
}

class Node<T> extends Base<Pair<T>> implements Pair<T> {
  first!: T;
  next: Node<T> | null = null;
  #secret = 0;
  override make(value: T): Pair<T> {
    this.#secret += 1;
    return { first: value, ...{ second: value } };
  }
}

function* range(from: number, to: number, step = 1): Generator<number> {
  for (let i = from; i < to; i += step) yield i;
}

const memo = new Map<string, bigint>();
export async function solve(lines: string[], visit?: Visitor): Promise<number[]> {
  const [n, m] = lines[0].split(" ").map(Number);
  const grid: number[][] = Array.from({ length: n }, () => new Array<number>(m).fill(0));
  let best = -Infinity as number;
  outer: for (const row of grid) {
    for (let j = 0; j < row.length; ++j) {
      if (row[j] === 0 && !(j % 2)) continue outer;
      row[j] ^= (j << 2) | 1;
      best = Math.max(best, row[j] ?? 0);
    }
  }
  const byLength = lines.reduce<Record<number, string[]>>((all, line) => {
    (all[line.length] ||= []).push(line.trim());
    return all;
  }, {});
  try {
    await Promise.all([...range(0, 3)].map(async (i) => memo.set(`key ${i}`, BigInt(i) ** 2n)));
  } catch (error: any) {
    console.error((error as Error)?.message);
  } finally {
    visit?.(new Node<number>("x"), best);
  }
  switch (Colour[best] as keyof typeof Colour) {
    case "Red":
      return Object.keys(byLength).map(Number).sort((a, b) => b - a);
    default:
      return typeof best === "number" ? [best satisfies number] : [];
  }
}

const input = fs.readFileSync(0, "utf8").trim().split("\n");
solve(input).then((result) => console.log(result.join(" "), /^\s*(\d+)/g.exec(input[0])?.[1]));

import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A process of the product, what it has printed, and the words that it says. */
export interface Running {
  child: ChildProcess;
  printed(): string;
  /** The value that the process says with a word; it waits for it. */
  said<T>(word: string): Promise<T>;
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>;
  address(): Promise<string>;
}

const workers = pathToFileURL(path.resolve(import.meta.dirname, '../typescriptWorkers.mjs')).href;

/** Starts `product.ts`, or another script, with these variables and none of this process's own but its path. */
export function run(
  variables: Record<string, string>,
  script = path.resolve(import.meta.dirname, 'product.ts'),
): Running {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', '--import', workers, script],
    {
      env: { PATH: process.env.PATH, NODE_ENV: 'production', ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let text = '';
  let heard: (() => void)[] = [];
  const hear = () => {
    for (const tell of heard) tell();
    heard = [];
  };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      hear();
    });
  let isOver = false;
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      isOver = true;
      hear();
      resolve(code);
    });
  });
  const said = async <T>(word: string): Promise<T> => {
    for (;;) {
      const found = new RegExp(`^! ${word} (.*)\n`, 'm').exec(text)?.[1];
      if (found !== undefined) return JSON.parse(found);
      if (isOver) throw new Error(`The process ended before it said “${word}”: ${text}`);
      await new Promise<void>((resolve) => heard.push(resolve));
    }
  };
  const address = async () => `http://127.0.0.1:${(await said<{ port: number }>('listens')).port}`;
  return { child, printed: () => text, said, ended, address };
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

interface Source {
  file: string;
  text: string;
  imports: string[];
}

const sources: Source[] = ['app', 'components', 'lib'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => read(path.join(folder, name))),
);

function read(file: string): Source {
  const text = readFileSync(path.join(root, file), 'utf8');
  const found = [
    ...text.matchAll(
      /^(?:import|export)\b[^;']*?from '([^']+)';$|^import '([^']+)';$|\bimport\('([^']+)'\)/gm,
    ),
  ].map(([, named, bare, lazy]) => named ?? bare ?? lazy ?? '');
  const imports = found.map((name) => {
    if (name.startsWith('@/')) return name.slice(2);
    return name.startsWith('.') ? path.join(path.dirname(file), name) : name;
  });
  return { file, text, imports };
}

const within = (folder: string) => sources.filter(({ file }) => file.startsWith(`${folder}/`));

/** Every import of a file in `folder` that is none of `allowed` (prefixes of a path or package). */
function strays(folder: string, allowed: string[]): string[] {
  return within(folder).flatMap(({ file, imports }) =>
    imports
      .filter((name) => !allowed.some((prefix) => name === prefix || name.startsWith(prefix)))
      .map((name) => `${file} imports ${name}`),
  );
}

function check(rule: string, offenders: () => string[]) {
  it(rule, () => expect(offenders()).toEqual([]));
}

describe('imports point one way', () => {
  check('audit is pure: it knows only itself', () => strays('lib/audit', ['lib/audit/', 'zod']));
  check('filter is pure: it knows itself and the words of a request', () =>
    strays('lib/filter', ['lib/filter/', 'lib/request', 'lib/words/']),
  );
  check('words are pure', () => strays('lib/words', ['lib/words/', 'lib/request']));
  check('source knows audit records and nothing that comes after them', () =>
    strays('lib/source', [
      'lib/source/',
      'lib/audit/',
      'lib/errors',
      'server-only',
      'node:',
      'csv-parse',
      'zod',
      '@azure/monitor-query-logs',
      '@azure/core-',
    ]),
  );
  check('store knows records, filters and the wire shapes, never a source or a view', () =>
    strays('lib/store', [
      'lib/store/',
      'lib/columns/',
      'lib/checks/',
      'lib/words/',
      'lib/audit/',
      'lib/filter/',
      'lib/request',
      'lib/answers',
      'lib/summary',
      'lib/coverage',
      'lib/errors',
      'lib/log',
      'lib/metrics',
      'lib/turns',
      'server-only',
      'zod',
      'node:crypto',
      'node:fs',
      'node:os',
      'node:path',
      '@duckdb/node-api',
    ]),
  );
  check('columns know filters and the wire shapes, and nothing of the store', () =>
    strays('lib/columns', [
      'lib/columns/',
      'lib/filter/',
      'lib/request',
      'lib/summary',
      'server-only',
      'node:worker_threads',
    ]),
  );
  check('a check knows the wire shape and how things are said', () =>
    strays('lib/checks', ['lib/checks/', 'lib/request', 'lib/words/', 'zod']),
  );
  check('exclusion rules know the filter language, and nothing of the store', () =>
    strays('lib/rules', [
      'lib/rules/',
      'lib/filter/',
      'lib/summary',
      'lib/fileStamp',
      'lib/log',
      'server-only',
      'zod',
      'node:fs/promises',
    ]),
  );
  check('export writes requests as files, and alone its answer knows where they come from', () =>
    strays('lib/export', [
      'lib/export/',
      'lib/filter/',
      'lib/words/',
      'lib/request',
      'lib/answers',
      'lib/coverage',
      'lib/errors',
      'lib/turns',
      'server-only',
      'zod',
      'node:crypto',
      'csv-stringify',
    ]).filter((stray) => !stray.startsWith('lib/export/answer.ts')),
  );
  check('components reach data through the API alone', () =>
    strays('components', [
      'components/',
      'lib/filter/',
      'lib/words/',
      'lib/request',
      'lib/answers',
      'lib/summary',
      'lib/coverage',
      'lib/audit/record',
      'react',
      'next/',
      '@tanstack/',
      '@azure/msal-browser',
      '@azure/msal-react',
      '@internationalized/date',
      'recharts',
      'react-aria-components',
      'lucide-react',
    ]),
  );
  check('only the store runs SQL', () =>
    sources
      .filter(
        ({ file, imports }) =>
          !file.startsWith('lib/store/') && imports.some((name) => name.startsWith('@duckdb/')),
      )
      .map(({ file }) => file),
  );
});

describe('every way in is guarded', () => {
  check('each API route but health goes through the one wrapper', () =>
    within('app/api')
      .filter(
        ({ file, text }) =>
          !file.startsWith('app/api/health/') &&
          (text.match(/^export /gm)?.length !== 1 ||
            !/^export const (GET = (handle|download)|POST = act)</m.test(text)),
      )
      .map(({ file }) => file),
  );
  check('a library file that touches network or disk is server-only from its first line', () =>
    within('lib')
      .filter(({ file }) => !file.startsWith('lib/demo/'))
      .filter(({ imports }) =>
        imports.some((name) =>
          /^((node:)?(fs|net|tls|dns|http|https|http2|dgram|child_process|os|zlib)(\/|$)|@duckdb\/)/.test(
            name,
          ),
        ),
      )
      .filter(({ text }) => !text.startsWith("import 'server-only';"))
      .map(({ file }) => file),
  );
  check('no markup is made from text', () =>
    sources.filter(({ text }) => /dangerouslySetInnerHTML|innerHTML/.test(text)).map(({ file }) => file),
  );
});

describe('names say what a file is for', () => {
  check('no utils, no helpers, no barrels', () =>
    sources
      .map(({ file }) => file)
      .filter((file) => /(^|\/)(utils?|helpers?|constants|types|index)\.tsx?$/.test(file)),
  );
});

describe('the lock file serves every platform', () => {
  check('each optional package of a locked package is locked too', () => {
    const lock: { packages: Record<string, { optionalDependencies?: Record<string, string> }> } = JSON.parse(
      readFileSync(path.join(root, 'package-lock.json'), 'utf8'),
    );
    return Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !lock.packages[`${place}/node_modules/${name}`] && !lock.packages[`node_modules/${name}`],
      ),
    );
  });
  check('it names no download host', () =>
    [
      ...readFileSync(path.join(root, 'package-lock.json'), 'utf8').matchAll(/"resolved": "\w+:\/\/[^"]*"/g),
    ].map(String),
  );
});

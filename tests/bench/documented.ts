import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { z } from 'zod';

const file = 'docs/benchmarks.md';
const manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

/** What was measured, told in the page of benchmarks in the place of what an earlier run of the same part found. */
export function document(part: string, requests: number, command: string, text: string): void {
  const [begin, end] = [`<!-- ${part} ${requests} -->`, `<!-- end of ${part} ${requests} -->`];
  const section = [
    begin,
    `## ${titles[part] ?? part}, ${requests.toLocaleString('en')} requests`,
    '',
    told(command),
    '',
    text,
    end,
  ].join('\n');
  const page = existsSync(file) ? readFileSync(file, 'utf8') : '# Benchmarks\n';
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  const next =
    from === -1 || to === -1
      ? `${page.trimEnd()}\n\n${section}\n`
      : page.slice(0, from) + section + page.slice(to + end.length);
  writeFileSync(file, next);
}

const titles: Readonly<Record<string, string>> = {
  load: 'Load and fold',
  filters: 'A filter change',
  restart: 'Restart',
  export: 'Export',
  browser: 'What a reader waits for in Chromium',
  arrivals: 'New requests while analysts filter',
};

function told(command: string): string {
  const { dependencies, devDependencies } = manifest.parse(JSON.parse(readFileSync('package.json', 'utf8')));
  const versions = { ...dependencies, ...devDependencies };
  const named = ['@duckdb/node-api', 'next', '@tanstack/react-table', 'arquero', 'crossfilter2'];
  return `\`${command}\`, ${new Date().toISOString().slice(0, 10)}; ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${named.map((name) => `${name} ${versions[name]}`).join(', ')}.`;
}

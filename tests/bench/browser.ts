/**
 * `npm run bench:browser [-- --requests 100000]`: after `npm run build`, times what a reader waits for in Chromium,
 * from the press, the key or the end of the brush until everything is drawn again, beside an empty round trip.
 */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { z } from 'zod';
import { writeSample } from '@/lib/source/sample/write';
import { browser as launch } from '../e2e/browser';
import { document } from './documented';
import { fillStore, serve } from './server';
import { type Seen, watch } from './watch';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '15' } },
});
const requests = z.coerce.number().int().min(1).parse(values.requests);
const rounds = z.coerce.number().int().min(1).parse(values.rounds);

const folder = path.resolve('.cache/bench');
const dataDir = path.join(folder, `store-${requests}`);
const source = path.join(folder, `requests-${requests}`);
const file = path.join(source, 'records.ndjson');
for (const each of [dataDir, source]) mkdirSync(each, { recursive: true });
if (!existsSync(file)) await writeSample({ requests, until: '2026-11-01T00:00:00Z', days: 365, out: file });

/** What was found, line by line. */
const told: string[] = [];

interface Action {
  /** Lasts until right before the event from which the wait counts; nothing where that is a page at rest. */
  prepare?: (page: Page) => Promise<void>;
  act: (page: Page, round: number) => Promise<void>;
  /** The event from which the wait counts, the last one of its kind; null where there is nothing to wait for. */
  from: 'pointerdown' | 'pointerup' | 'keydown' | null;
}

const searchBox = (page: Page) => page.getByRole('combobox', { name: 'Filter, or search reasons and names' });
const outcome = (page: Page) => page.getByRole('dialog').getByRole('row', { name: /denied/i });

const actions: Record<string, Action> = {
  'a headline number': {
    act: (page) => page.getByRole('button', { name: /^No human decision/ }).click(),
    from: 'pointerdown',
  },
  'a brush over the scatter': {
    act: async (page, round) => {
      const plot = page.getByRole('slider', { name: /^Time to approve, by decision time/ });
      const box = await plot.boundingBox();
      if (!box) throw new Error('the scatter is not drawn');
      await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * (0.6 + (round % 30) / 100), box.y + box.height * 0.8, {
        steps: 8,
      });
      await page.mouse.up();
    },
    from: 'pointerup',
  },
  'a value of a facet': {
    prepare: async (page) => {
      await page.getByRole('list', { name: 'Facets' }).getByRole('button', { name: 'Outcome' }).click();
      await outcome(page).waitFor();
    },
    act: (page) => outcome(page).click(),
    from: 'pointerdown',
  },
  'words in the search box': {
    prepare: (page) => searchBox(page).pressSequentially('migration', { delay: 60 }),
    act: (page) => searchBox(page).press('Enter'),
    from: 'keydown',
  },
  'typing (its tasks alone)': {
    prepare: (page) => searchBox(page).focus(),
    act: (page) => page.keyboard.type('approver:ortega took:<60s', { delay: 60 }),
    from: null,
  },
  'scrolling the table (its tasks alone)': {
    prepare: (page) => page.mouse.move(700, 700),
    act: async (page) => {
      for (let step = 0; step < 20; step++) {
        await page.mouse.wheel(0, 300);
        await page.waitForTimeout(30);
      }
    },
    from: null,
  },
};

async function measure(origin: string): Promise<void> {
  const browser = await chromium.launch(await launch());
  const page = await browser.newPage({ viewport: { width: 1480, height: 900 } });
  // The compiler marks the names of functions with a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(watch);
  const thread = await page.context().newCDPSession(page);
  await thread.send('Performance.enable', { timeDomain: 'threadTicks' });
  for (const line of await firstView(page, thread, origin)) say(`- ${line}`);
  say(`- an empty round trip: ${await emptyRoundTrip(page)} ms at the median\n`);
  say(
    '| ms | median | longest | of it after the answers | processor time of the page | longest task | median of the longest |',
  );
  say('|---|--:|--:|--:|--:|--:|--:|');
  for (const [name, action] of Object.entries(actions))
    say(await measureAction(page, thread, name, action, origin));
  await browser.close();
}

async function measureAction(
  page: Page,
  thread: CDPSession,
  name: string,
  { prepare, act, from }: Action,
  origin: string,
): Promise<string> {
  const seen: (Seen & { busy: number })[] = [];
  for (let round = 0; round < rounds; round++) {
    await page.goto(`${origin}/`);
    await page.evaluate(() => window.settled());
    await prepare?.(page);
    await page.evaluate(() => window.settled());
    await page.evaluate((event) => window.begin(event), from);
    const before = await busyTime(thread);
    await act(page, round);
    const last = await page.evaluate(() => window.settled());
    seen.push({ ...last, busy: (await busyTime(thread)) - before });
  }
  const all = (of: (each: (typeof seen)[number]) => number) => seen.map(of).sort((a, b) => a - b);
  const waited =
    from === null
      ? ['–', '–', '–']
      : [median(all(({ ms }) => ms)), longest(all(({ ms }) => ms)), median(all(({ drawing }) => drawing))];
  const tasks = all(({ longestTask }) => longestTask);
  return `| ${name} | ${waited.join(' | ')} | ${median(all(({ busy }) => busy))} | ${longest(tasks)} | ${median(tasks)} |`;
}

/** Milliseconds of the processor that the page's main thread has had. */
async function busyTime(thread: CDPSession): Promise<number> {
  const { metrics } = await thread.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

function median(sorted: readonly number[]): number {
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN);
}

function longest(sorted: readonly number[]): number {
  return Math.round(sorted.at(-1) ?? Number.NaN);
}

async function emptyRoundTrip(page: Page): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    times.push(
      await page.evaluate(async () => {
        const started = performance.now();
        await (await fetch('/api/health')).text();
        return performance.now() - started;
      }),
    );
  }
  return median(times.sort((a, b) => a - b));
}

/** The first view of a browser that has nothing of the product yet: once on the way, and then as often as asked. */
async function firstView(page: Page, thread: CDPSession, origin: string): Promise<string[]> {
  const seen: { ms: number; longestTask: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    await page.goto('about:blank');
    await thread.send('Network.clearBrowserCache');
    await page.goto(`${origin}/`);
    const { ms, longestTask } = await page.evaluate(() => window.settled());
    if (round > 0) seen.push({ ms, longestTask });
  }
  const all = (of: (each: (typeof seen)[number]) => number) => seen.map(of).sort((a, b) => a - b);
  const html = await (await page.request.get(`${origin}/`)).text();
  const scripts = (await page.evaluate(scriptsSoFar)).map((script) => ({
    ...script,
    inPage: html.includes(script.path),
  }));
  const size = (files: readonly { bytes: number }[]) =>
    `${files.length} files, ${Math.round(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000)} kB compressed`;
  return [
    `first view, nothing cached: ${median(all(({ ms }) => ms))} ms at the median, ${longest(all(({ ms }) => ms))} at most; longest task ${longest(all(({ longestTask }) => longestTask))}`,
    `its JavaScript: ${size(scripts.filter(({ inPage }) => inPage))} in the page; ${size(scripts.filter(({ inPage }) => !inPage))} that it loads when the charts come`,
  ];
}

function scriptsSoFar(): { path: string; bytes: number }[] {
  return performance.getEntriesByType('resource').flatMap((entry) => {
    const { pathname } = new URL(entry.name);
    return entry instanceof PerformanceResourceTiming && pathname.endsWith('.js')
      ? [{ path: pathname, bytes: entry.encodedBodySize }]
      : [];
  });
}

function say(line: string): void {
  told.push(line);
  process.stdout.write(`${line}\n`);
}

await fillStore(source, dataDir);
const serving = await serve(source, dataDir);
try {
  await serving.quiet();
  await measure(serving.origin);
  const command = `npm run bench:browser -- --requests ${requests} --rounds ${rounds}`;
  document('browser', requests, command, told.join('\n'));
} finally {
  await serving.stop();
}

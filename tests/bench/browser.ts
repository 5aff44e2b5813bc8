/**
 * `npm run bench:browser [-- --requests 100000]`: after `npm run build`, times what a reader waits for in Chromium,
 * from the click or the end of the brush until everything is drawn again, beside an empty round trip to the server.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { z } from 'zod';
import { writeSample } from '@/lib/source/sample/write';
import { browser as launch } from '../e2e/browser';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '15' } },
});
const requests = z.coerce.number().int().min(100).parse(values.requests);
const rounds = z.coerce.number().int().min(3).parse(values.rounds);
const port = 3190;
const origin = `http://127.0.0.1:${port}`;

const folder = path.resolve('.cache/bench');
const file = path.join(folder, `requests-${requests}.ndjson`);
mkdirSync(folder, { recursive: true });
if (!existsSync(file)) await writeSample({ requests, until: '2026-11-01T00:00:00Z', out: file });

async function loaded(): Promise<void> {
  const state = z.object({ data: z.object({ state: z.string() }) });
  for (let waited = 0; waited < 600; waited++) {
    const answer = await fetch(`${origin}/api/coverage`).catch(() => null);
    if (answer?.ok && state.parse(await answer.json()).data.state === 'complete') return;
    await pause(1000);
  }
  throw new Error('the store did not load within ten minutes');
}

async function measure(): Promise<void> {
  const browser = await chromium.launch(await launch());
  const page = await browser.newPage({ viewport: { width: 1480, height: 900 } });
  // The compiler marks the names of functions with a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(watch);
  const first = await firstView(page);
  say(`${requests} requests, ${rounds} rounds, median (and longest) in ms\n`);
  say(`first view: ${first.ms} ms, JavaScript ${first.scripts} files, ${first.kilobytes} kB compressed`);
  say('\n| action | median | longest | longest task |\n|---|--:|--:|--:|');
  for (const [name, act] of Object.entries(actions)) {
    const times: number[] = [];
    let task = 0;
    for (let round = 0; round < rounds; round++) {
      await page.goto(`${origin}/`);
      await page.evaluate(() => window.settled());
      await page.evaluate(() => window.begin());
      await act(page, round);
      const { ms, longestTask } = await page.evaluate(() => window.settled());
      times.push(ms);
      task = Math.max(task, longestTask);
    }
    times.sort((a, b) => a - b);
    say(
      `| ${name} | ${Math.round(times[Math.floor(times.length / 2)] ?? Number.NaN)} | ${Math.round(times.at(-1) ?? Number.NaN)} | ${Math.round(task)} |`,
    );
  }
  await browser.close();
}

/** What a reader does, ending with the event from which the wait counts. */
const actions: Record<string, (page: Page, round: number) => Promise<void>> = {
  'an empty round trip (floor)': async (page) => {
    await page.evaluate(() => fetch('/api/health').then((answer) => answer.text()));
  },
  'a headline number': async (page) => {
    await page.getByRole('button', { name: /No human decision/ }).click();
  },
  'a brush over the scatter': async (page, round) => {
    const plot = page.getByRole('slider', { name: /^Time to approve, by decision time/ });
    const box = await plot.boundingBox();
    if (!box) throw new Error('the scatter is not drawn');
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.4);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * (0.6 + round / 100), box.y + box.height * 0.8, { steps: 8 });
    await page.mouse.up();
  },
  'a value of a facet': async (page) => {
    await page.getByRole('list', { name: 'Facets' }).getByRole('button', { name: 'Outcome' }).click();
    await page
      .getByRole('dialog')
      .getByRole('row', { name: /denied/i })
      .click();
  },
  'words in the search box': async (page) => {
    const box = page.getByRole('combobox', { name: 'Filter, or search reasons and names' });
    await box.pressSequentially('migration', { delay: 30 });
    await box.press('Enter');
  },
  'scrolling the table (its tasks alone)': async (page) => {
    await page.mouse.move(700, 700);
    for (let step = 0; step < 20; step++) await page.mouse.wheel(0, 300);
  },
};

async function firstView(page: Page): Promise<{ ms: number; scripts: number; kilobytes: number }> {
  await page.goto(`${origin}/`);
  const { ms } = await page.evaluate(() => window.settled());
  const { scripts, bytes } = await page.evaluate(() => {
    const found = performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming && entry.initiatorType === 'script');
    const sizes = found.map((entry) =>
      entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0,
    );
    return { scripts: found.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
  });
  return { ms: Math.round(ms), scripts, kilobytes: Math.round(bytes / 1000) };
}

declare global {
  interface Window {
    begin: () => void;
    settled: () => Promise<{ ms: number; longestTask: number }>;
  }
}

/** Runs in the page: counts questions on their way, long tasks, and the time since the last input. */
function watch(): void {
  let asking = 0;
  let asked = 0;
  let started = 0;
  let longestTask = 0;
  const original = window.fetch;
  window.fetch = async (...question) => {
    asking += 1;
    asked += 1;
    try {
      return await original(...question);
    } finally {
      asking -= 1;
    }
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  }).observe({ type: 'longtask' });
  const note = () => {
    started = performance.now();
  };
  for (const type of ['pointerup', 'keydown', 'wheel']) addEventListener(type, note, { capture: true });
  window.begin = () => {
    started = performance.now();
    longestTask = 0;
    asked = 0;
  };
  window.settled = () =>
    new Promise((resolve) => {
      let quiet = 0;
      let since = 0;
      const look = () => {
        // A question comes some frames after what causes it; half a second without one means that none comes.
        const waiting = asked === 0 && performance.now() - started < 500;
        const busy = waiting || asking > 0 || document.querySelector('[aria-busy=true]') !== null;
        if (busy) quiet = 0;
        else if (++quiet === 1) since = performance.now();
        if (quiet === 4) resolve({ ms: since - started, longestTask });
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const server = spawn(
  process.execPath,
  ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)],
  { stdio: 'inherit', env: { ...process.env, AUDIT_LOGS_PATH: file, DATA_DIR: folder, LOG_LEVEL: 'warn' } },
);
try {
  await loaded();
  await measure();
} finally {
  server.kill();
}

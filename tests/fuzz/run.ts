/**
 * `npm run fuzz -- [--inputs 1000000] [importers neighbours plain-storage search-box url-parameters tokens api]`: gives hostile
 * inputs to the named surfaces, or to all, and tells how each took them. Exits with 1 when one did what it must not.
 * FC_SEED, which the tests take too, tries other inputs; the seed that a failure names finds it again, with its surface.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { firstSeed } from '../seed';
import { surfaces } from './surfaces';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { inputs: { type: 'string', default: '1000000' } },
});
const inputs = z.coerce.number().int().min(1).parse(values.inputs);
const names = z.array(z.enum(surfaces.map(({ name }) => name))).parse(positionals);
const chosen = names.length > 0 ? surfaces.filter(({ name }) => names.includes(name)) : surfaces;
const shares = chosen.reduce((sum, { share }) => sum + share, 0);

const unhandled: unknown[] = [];
process.on('unhandledRejection', (reason) => unhandled.push(reason));
process.on('uncaughtException', (error) => unhandled.push(error));

const number = (value: number) => value.toLocaleString('en');
let given = 0;
let failed = 0;
const started = performance.now();
for (const { name, share, run } of chosen) {
  const begun = performance.now();
  const found = await run(Math.round((inputs * share) / shares), firstSeed);
  // What is rejected late is still the doing of the inputs before.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const failures = [
    ...found.failures,
    ...unhandled.splice(0).map((reason) => `unhandled: ${String(reason)}`),
  ];
  given += found.inputs;
  failed += failures.length;
  const seconds = Math.round((performance.now() - begun) / 1000);
  process.stdout.write(
    `${name}: ${number(found.inputs)} inputs from seed ${firstSeed}, ${number(found.accepted)} accepted, ${number(found.refused)} refused, ${failures.length} failures, ${seconds} s\n`,
  );
  for (const failure of failures) process.stdout.write(`${failure}\n\n`);
}
const seconds = Math.round((performance.now() - started) / 1000);
process.stdout.write(`${number(given)} inputs in ${seconds} s, ${failed} failures\n`);
process.exit(failed === 0 ? 0 : 1);

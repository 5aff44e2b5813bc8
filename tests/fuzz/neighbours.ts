import fc from 'fast-check';
import { meaning, rows } from '../audit/wrappers';
import { storageLines } from './corpus';
import { type Mutation, mutated, mutations } from './mutations';
import { readPieces } from './readings';
import { type Answered, expectThat, type Surface } from './surface';

const records = rows().map((row) => JSON.stringify(row));
const csvHeader = 'TimeGenerated,OperationName,Identity,Id';
const csvRows = rows().map(({ TimeGenerated, OperationName, Identity }, at) =>
  [TimeGenerated, OperationName, Identity ?? '', `id-${at}`].join(','),
);

/** How records stand side by side, each on a line of its own. */
const layouts = {
  lines: { records, text: (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('') },
  storage: {
    records: storageLines,
    text: (lines: readonly string[]) => lines.map((line) => `${line}\r\n`).join(''),
  },
  array: { records, text: (lines: readonly string[]) => `[\n${lines.join(',\n')}\n]\n` },
  csv: {
    records: csvRows,
    text: (lines: readonly string[]) => `${csvHeader}\n${lines.map((line) => `${line}\n`).join('')}`,
  },
};

interface Neighbours {
  layout: keyof typeof layouts;
  /** Where the records are taken from, one after another. */
  of: number;
  /** Which of the three is damaged, and how. */
  which: number;
  damage: Mutation[];
}

/** Damage within one record, whose neighbours must be read as if nothing had happened. */
export const neighbours: Surface<Neighbours> = {
  inputs: fc.record({
    layout: fc.constantFrom('lines', 'storage', 'array', 'csv'),
    of: fc.nat({ max: 1_000 }),
    which: fc.nat({ max: 2 }),
    damage: fc.array(mutations, { minLength: 1, maxLength: 3 }),
  }),
  async check({ layout, of, which, damage }) {
    const { records, text } = layouts[layout];
    const three = [0, 1, 2].map((at) => asBytes(records[(of + at) % records.length] ?? ''));
    const spoiled = withinLine(three[which] ?? '', damage, layout);
    const { records: found, problems } = await readPieces(
      Buffer.from(text(three.with(which, spoiled)), 'latin1'),
    );
    // A file that is taken for another kind by its beginning is named as a whole.
    if (which === 0 && problems.some(({ line }) => line === null)) return 'refused';
    const isCutOff = problems.some(({ code }) => code === 'file-cut-off');
    const texts = found.map((record) => JSON.stringify(meaning(record)));
    for (const [at, line] of three.entries()) {
      if (at === which) continue;
      const { records: alone } = await readPieces(Buffer.from(text([line]), 'latin1'));
      const wanted = JSON.stringify(meaning(alone[0] ?? never()));
      expectThat(texts.includes(wanted), 'a neighbour was lost', { line, spoiled, problems });
    }
    // A blank line is no record, and a comma behind the last element of a list is written by some on purpose.
    const isGone = spoiled.trim() === '' && (layout !== 'array' || which === 2);
    const isAccounted = isCutOff || isGone || found.length + problems.length > 2;
    expectThat(isAccounted, 'the damaged one is neither read nor named', { spoiled });
    return answered(found.length);
  },
};

/** One character for each byte of its UTF-8, so that damage can be done to bytes. */
function asBytes(line: string): string {
  return Buffer.from(line).toString('latin1');
}

function answered(records: number): Answered {
  return records === 3 ? 'accepted' : 'refused';
}

/** The line as bytes of latin1, without what would end it; in CSV without quotes, since a lone one swallows lines. */
function withinLine(line: string, damage: readonly Mutation[], layout: keyof typeof layouts): string {
  const bytes = damage.reduce<Buffer>((found, each) => mutated(found, each), Buffer.from(line, 'latin1'));
  return bytes.toString('latin1').replace(layout === 'csv' ? /[\r\n"]/g : /[\r\n]/g, ' ');
}

function never(): never {
  throw new Error('A valid record is read.');
}

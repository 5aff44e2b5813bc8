import { configurationRecord } from './configuration';
import { asDelivered } from './delivery';
import { ordinaryRequest } from './ordinary';
import { Random } from './random';
import { tellRarities } from './rarities';
import { type SampleRecord, storageLine } from './record';
import { tellStories } from './stories';
import { unrelatedRecord } from './unrelated';
import { dayAt } from './when';
import { buildWorld, type SampleOptions, type World } from './world';

/** Requests told before their records are put in order of time; all of a demo, a slice of a large sample. */
const slice = 4000;

/**
 * The audit records of a made-up organisation, each one line of a storage export without its line break.
 * The same options give the same lines. Beside the organisation no more than 4,000 requests are in memory at a
 * time, and within these the lines are in order of time but for a few. Throws a RangeError for an option out
 * of its range.
 */
export function* generateSample(options: SampleOptions): Generator<string> {
  const world = buildWorld(options);
  yield* asDelivered(lines(world), new Random(world.seed, 'delivery'));
}

function* lines(world: World): Generator<string> {
  const scenes = world.requests < 1000 ? [] : [...tellStories(world), ...tellRarities(world)];
  const told = scenes.reduce((sum, scene) => sum + scene.requests.length, 0);
  const everyday = { ...world, requests: world.requests - told };
  const inside = ({ at }: SampleRecord) => world.from <= at && at <= world.until;

  let records = scenes.flatMap((scene) => scene.records).filter(inside);
  const share = records.length / everyday.requests;
  let owed = 0;
  let unrelated = 0;
  for (let index = 0; index < everyday.requests; index++) {
    const ours = ordinaryRequest(everyday, index).records.filter(inside);
    records.push(...ours);
    const date = dayAt(world, index / everyday.requests);
    if (index % 45 === 0) records.push(configurationRecord(world, index, date));
    for (owed += unrelatedFor(world, ours.length + share); owed >= 1; owed--) {
      records.push(unrelatedRecord(world, unrelated++, date));
    }
    if ((index + 1) % slice === 0) {
      yield* inOrder(records);
      records = [];
    }
  }
  yield* inOrder(records);
}

/** How many unrelated records go with so many of ours. */
function unrelatedFor(world: World, ours: number): number {
  return (ours * world.unrelated) / (1 - world.unrelated);
}

function* inOrder(records: SampleRecord[]): Generator<string> {
  records.sort((one, other) => one.at - other.at);
  for (const record of records) yield storageLine(record);
}

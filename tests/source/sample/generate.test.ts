import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { generateSample } from '@/lib/source/sample/generate';
import { approving, configuring, requesting } from '@/lib/source/sample/operations';
import { byRequest, distinct, justification, parsed, usual } from './records';

const lines = parsed(usual);
const ours = distinct(lines).filter((line) => line.properties.loggedByService !== 'Core Directory');

function digest(options: Parameters<typeof generateSample>[0]): string {
  return [...generateSample(options)].join('\n');
}

function keys(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keys(inner, `${path}.${key}`));
}

describe('the same sample', () => {
  const small = { requests: 300, until: '2026-08-20T12:00:00Z' };

  test('the same options give the same bytes', () => {
    expect(digest(usual)).toBe(digest(usual));
  });

  test('another seed gives other bytes', () => {
    expect(digest({ ...small, seed: 2 })).not.toBe(digest({ ...small, seed: 1 }));
  });

  test('two ways to write one instant give the same bytes', () => {
    expect(digest({ ...small, until: '2026-08-20T14:00:00+02:00' })).toBe(digest(small));
  });
});

describe('the span', () => {
  test.each([
    ['2026-08-20T12:00:00Z', 120],
    ['2026-01-04T03:10:00Z', 120],
    ['2026-03-29T00:30:00Z', 45],
  ])('no record lies outside the days before %s', (until, days) => {
    const from = Date.parse(until) - days * 86_400_000;
    const times = parsed({ requests: 1000, until, days }).map(({ time }) => Date.parse(time));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(from);
    expect(Math.max(...times)).toBeLessThanOrEqual(Date.parse(until) + 1);
    expect(Math.max(...times)).toBeGreaterThan(Date.parse(until) - 86_400_000);
  });
});

describe('the shape', () => {
  test('a request record has the keys of the storage sample in their order', () => {
    const sample: unknown = JSON.parse(readFileSync('tests/samples/a1.storage.json', 'utf8'));
    const record = ours.find(
      ({ operationName, properties }) =>
        operationName === requesting.userRequests.name && 'user' in properties.initiatedBy,
    );
    expect(keys(record)).toEqual(keys(sample));
  });

  test('the envelope repeats what the record says', () => {
    for (const line of lines) {
      expect(line.properties.activityDateTime).toBe(line.time.replace('Z', '+00:00'));
      expect(line.properties.activityDisplayName).toBe(line.operationName);
      expect(line.properties.correlationId).toBe(line.correlationId);
    }
  });

  test('a decision has its own correlation, the rest of the life cycle shares the request’s', () => {
    for (const records of byRequest(lines).values()) {
      const asked = records.find(({ operationName }) => operationName === requesting.userRequests.name);
      if (asked === undefined) continue;
      for (const { operationName, correlationId } of records) {
        const decision = operationName === 'Request approved' || operationName === 'Request denied';
        expect(correlationId === asked.correlationId).toBe(!decision);
      }
    }
  });
});

describe('the size', () => {
  test.each([400, 1000, 2500])('%i requests are as many requests', (requests) => {
    const count = byRequest(parsed({ ...usual, requests })).size;
    expect(count / requests).toBeGreaterThan(0.95);
    expect(count / requests).toBeLessThan(1.01);
  });

  test.each([0, 0.15, 0.5])('a share of %d of the records is unrelated', (unrelated) => {
    const all = distinct(parsed({ ...usual, unrelated }));
    const known = new Set([...byRequest(all).values()].flat().map(({ properties }) => properties.id));
    const correlations = new Set(
      [...byRequest(all).values()].flat().map(({ correlationId }) => correlationId),
    );
    const strangers = all.filter(
      ({ properties, correlationId }) =>
        !known.has(properties.id) &&
        !correlations.has(correlationId) &&
        properties.category !== 'EntitlementManagement',
    );
    expect(strangers.length / all.length).toBeCloseTo(unrelated, 1);
  });

  test('about one record in two hundred comes twice, word for word', () => {
    const texts = [...generateSample(usual)];
    const ids = new Set(lines.map(({ properties }) => properties.id));
    expect(new Set(texts).size).toBe(ids.size);
    expect((texts.length - ids.size) / texts.length).toBeGreaterThan(0.002);
    expect((texts.length - ids.size) / texts.length).toBeLessThan(0.01);
  });

  test('the records come in order of time but for a few', () => {
    const late = lines.filter(({ time }, index) => index > 0 && time < (lines[index - 1]?.time ?? ''));
    expect(late.length).toBeGreaterThan(0);
    expect(late.length / lines.length).toBeLessThan(0.03);
  });
});

describe('the content', () => {
  const operations = new Set(lines.map(({ operationName }) => operationName));
  const expected = [...Object.values(requesting), ...Object.values(approving), ...Object.values(configuring)];

  test.each(expected.map(({ name }) => name))('“%s” occurs', (name) => {
    expect(operations).toContain(name);
  });

  test('justifications are given, empty and absent', () => {
    const asked = ours
      .filter(({ operationName }) => operationName === requesting.userRequests.name)
      .map(justification);
    expect(asked.filter((text) => text === undefined).length).toBeGreaterThan(0);
    expect(asked.filter((text) => text?.trim() === '').length).toBeGreaterThan(0);
    expect(asked.filter((text) => (text ?? '').length > 20).length).toBeGreaterThan(asked.length / 2);
    expect(Math.max(...asked.map((text) => text?.length ?? 0))).toBe(4000);
  });

  test.each([
    ['Portuguese', /ção|não|preciso/],
    ['Polish', /ł|ż|ś/],
    ['German', /ü|für|siehe/],
    ['French', /d'accord|é/],
    ['Spanish', /¿|¡|necesito|hablado/],
    ['Japanese', /\p{Script=Hiragana}/u],
    ['Hindi', /\p{Script=Devanagari}/u],
    ['a formula', /^=HYPERLINK/],
    ['a script', /<script>/],
    ['a change of direction', /\u202E/],
  ])('some justification is in %s', (_, pattern) => {
    expect(ours.some((line) => pattern.test(justification(line) ?? ''))).toBe(true);
  });

  test('somebody and some package bear two names under one id', () => {
    const names = new Map<string, Set<string | null>>();
    for (const { id, type, displayName } of ours.flatMap(({ properties }) => properties.targetResources)) {
      if (type !== 'User' && type !== 'AccessPackage') continue;
      names.set(`${type} ${id}`, (names.get(`${type} ${id}`) ?? new Set()).add(displayName));
    }
    const renamed = [...names].filter(([, known]) => known.size > 1).map(([key]) => key.split(' ')[0]);
    expect(new Set(renamed)).toEqual(new Set(['User', 'AccessPackage']));
  });

  test('guests say so in their name and in the details', () => {
    const guests = ours.filter(({ properties }) =>
      properties.additionalDetails.some(({ key, value }) => key === 'TargetUserType' && value === 'Guest'),
    );
    expect(guests.length).toBeGreaterThan(20);
    for (const { properties } of guests) {
      expect(properties.targetResources.some((one) => one.userPrincipalName?.includes('#EXT#'))).toBe(true);
    }
  });

  test('weekends are quiet', () => {
    const asked = ours.filter(({ operationName }) => operationName === requesting.userRequests.name);
    const weekend = asked.filter(({ time }) => new Date(time).getUTCDay() % 6 === 0);
    expect(weekend.length / asked.length).toBeLessThan(0.05);
  });

  test('approvers put off until Monday most of what comes in on a Friday afternoon', () => {
    const asked = (weekday: number) => {
      const spans: number[] = [];
      for (const records of byRequest(lines).values()) {
        const [first] = records;
        const decided = records.find(({ operationName }) => operationName === 'Request approved');
        if (first?.operationName !== requesting.userRequests.name || decided === undefined) continue;
        const at = new Date(first.time);
        if (at.getUTCDay() !== weekday || at.getUTCHours() < 13) continue;
        spans.push(Date.parse(decided.time) - at.getTime());
      }
      return spans.sort((one, other) => one - other)[Math.floor(spans.length / 2)] ?? 0;
    };
    expect(asked(5)).toBeGreaterThan(2 * asked(2));
  });
});

test.each([
  [{ ...usual, requests: 0 }, 'requests'],
  [{ ...usual, requests: 1.5 }, 'requests'],
  [{ ...usual, until: 'yesterday' }, 'until'],
  [{ ...usual, days: 7 }, 'days'],
  [{ ...usual, seed: -1 }, 'seed'],
  [{ ...usual, unrelated: 1 }, 'unrelated'],
])('an option out of its range is named: %o', (options, name) => {
  expect(() => [...generateSample(options)]).toThrow(new RegExp(`^${name} must be`));
});

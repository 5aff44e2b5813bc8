import { describe, expect, test } from 'vitest';
import { hour, instant, local, nextWorkingMoment } from '@/lib/source/sample/calendar';
import type { Phrasebook } from '@/lib/source/sample/justifications/phrasebook';
import { phrasebooks } from '@/lib/source/sample/justifications/phrasebooks';
import { offices } from '@/lib/source/sample/offices';
import { Random } from '@/lib/source/sample/random';
import { buildWorld } from '@/lib/source/sample/world';

function office(city: string) {
  const found = offices.find((one) => one.city === city);
  if (found === undefined) throw new Error(`No office in ${city}.`);
  return found;
}

describe('the organisation grows with the requests', () => {
  test.each([
    [3000, 400, 40],
    [100_000, 2000, 200],
    [1_000_000, 20_000, 2000],
  ])('%i requests come from %i people for %i packages', (requests, people, packages) => {
    const world = buildWorld({ requests, until: '2026-08-20T12:00:00Z' });
    const everybody = [...world.people.members, ...world.people.guests];
    const names = everybody.map(({ identity }) => identity.userPrincipalName);
    expect(Math.abs(everybody.length - people)).toBeLessThan(40);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(world.packages.all.map(({ name }) => name)).size).toBe(packages);
  });

  test('nobody is their own manager', () => {
    const { people } = buildWorld({ requests: 3000, until: '2026-08-20T12:00:00Z' });
    for (const one of people.members) expect(one.manager).not.toBe(one);
  });
});

describe('local time', () => {
  test.each(['2026-01-15', '2026-03-29', '2026-07-15', '2026-10-25'])(
    'noon in every office on %s is noon by its own zone',
    (date) => {
      const zones = {
        Dublin: 'Europe/Dublin',
        Lisbon: 'Europe/Lisbon',
        Warsaw: 'Europe/Warsaw',
        Bengaluru: 'Asia/Kolkata',
        'São Paulo': 'America/Sao_Paulo',
        Munich: 'Europe/Berlin',
        Lyon: 'Europe/Paris',
        Madrid: 'Europe/Madrid',
        Osaka: 'Asia/Tokyo',
      };
      for (const [city, timeZone] of Object.entries(zones)) {
        const at = instant(office(city), Date.parse(date), 12 * 60);
        expect(new Date(at).toLocaleString('sv-SE', { timeZone })).toBe(`${date} 12:00:00`);
        expect(new Date(local(office(city), at)).toISOString()).toBe(`${date}T12:00:00.000Z`);
      }
    },
  );

  test('what comes in at night or on a weekend is seen on a working morning', () => {
    const munich = office('Munich');
    for (let number = 0; number < 200; number++) {
      const asked = Date.parse('2026-08-21T20:00:00Z') + number * hour;
      const seen = nextWorkingMoment(munich, asked, new Random(1, number));
      const clock = new Date(local(munich, seen));
      expect(seen).toBeGreaterThanOrEqual(asked);
      expect([1, 2, 3, 4, 5]).toContain(clock.getUTCDay());
      expect(clock.getUTCHours()).toBeGreaterThanOrEqual(8);
      expect(clock.getUTCHours()).toBeLessThan(19);
    }
  });
});

describe('justifications', () => {
  const slots = [
    'package',
    'nick',
    'project',
    'customer',
    'ticket',
    'colleague',
    'manager',
    'date',
    'quarter',
    'count',
  ];
  const texts = ({ reasons, ...rest }: Phrasebook) => [
    ...Object.values(reasons).flat(),
    ...[
      rest.openings,
      rest.closings,
      rest.lazy,
      rest.approvals,
      rest.remarks,
      rest.shortApprovals,
      rest.refusals,
    ].flat(),
  ];

  test.each(Object.entries(phrasebooks))('every slot of the %s phrasebook can be filled', (_, book) => {
    const used = texts(book).flatMap((text) => text.match(/\{.*?\}/g) ?? []);
    expect(used.filter((slot) => !slots.includes(slot.slice(1, -1)))).toEqual([]);
  });

  test.each(Object.entries(phrasebooks))('the %s phrasebook says nothing twice', (_, book) => {
    for (const list of [...Object.values(book.reasons), book.lazy, book.approvals, book.refusals]) {
      expect(new Set(list).size).toBe(list.length);
    }
  });
});

describe('random numbers', () => {
  test('the same keys give the same numbers, other keys others', () => {
    const draw = (...keys: (number | string)[]) => {
      const random = new Random(...keys);
      return [random.word(), random.guid(), random.unit()];
    };
    expect(draw(1, 'request', 17)).toEqual(draw(1, 'request', 17));
    const different = [
      draw(1, 'request', 17),
      draw(2, 'request', 17),
      draw(1, 'request', 18),
      draw(1, 'person', 17),
    ];
    expect(new Set(different.map(String)).size).toBe(4);
  });

  test('neighbouring keys do not give neighbouring numbers', () => {
    const firsts = Array.from({ length: 20_000 }, (_, key) => new Random(1, 'request', key).unit());
    const mean = firsts.reduce((sum, one) => sum + one, 0) / firsts.length;
    expect(mean).toBeCloseTo(0.5, 1);
    expect(new Set(firsts).size).toBeGreaterThan(19_990);
  });

  test('a GUID is of version 4', () => {
    const random = new Random('guid');
    for (let number = 0; number < 100; number++) {
      expect(random.guid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });
});

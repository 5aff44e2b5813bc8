import { describe, expect, test } from 'vitest';
import { stories } from '@/lib/source/sample/stories';
import { type CheckId, checkIds } from '@/lib/source/sample/story';
import { byRequest, justification, type Line, parsed, secondsBetween, usual } from './records';

const lines = parsed({ ...usual, requests: 1000 });
const requests = byRequest(lines);

/** The records of each request that the check's story should have marked. */
function told(check: CheckId): Line[][] {
  const story = stories.find((one) => one.check === check);
  return (story?.requestIds ?? []).map((id) => requests.get(id) ?? []);
}

function record(records: readonly Line[], operation: string): Line {
  const found = records.find(({ operationName }) => operationName === operation);
  if (found === undefined)
    throw new Error(`No “${operation}” in ${records.map((one) => one.operationName).join(', ')}.`);
  return found;
}

const asking = 'User requests access package assignment';
const actor = (line: Line) =>
  'user' in line.properties.initiatedBy ? line.properties.initiatedBy.user.userPrincipalName : null;
const packageOf = (line: Line) =>
  line.properties.targetResources.find(({ type }) => type === 'AccessPackage')?.id;
const changes = (line: Line) =>
  line.properties.targetResources.flatMap(({ modifiedProperties }) => modifiedProperties);
const decisions = (by: string) =>
  [...requests.values()].flatMap((records) => {
    const approved = records.filter(
      (line) => line.operationName === 'Request approved' && actor(line) === by,
    );
    const asked = records.find(({ operationName }) => operationName === asking);
    return approved.flatMap((line) =>
      asked === undefined ? [] : [{ line, seconds: secondsBetween(asked, line) }],
    );
  });

test('every check has a story, and every request of it is in the data, under the same id for any seed', () => {
  expect(stories.map(({ check }) => check)).toEqual([...checkIds]);
  const other = byRequest(parsed({ ...usual, requests: 1000, seed: 7 }));
  for (const id of stories.flatMap(({ requestIds }) => requestIds)) {
    expect(requests.get(id)?.length).toBeGreaterThan(1);
    expect(other.get(id)?.length).toBe(requests.get(id)?.length);
  }
});

test('every story lies in the last thirty days', () => {
  const earliest = Date.parse(usual.until) - 30 * 86_400_000;
  for (const id of stories.flatMap(({ requestIds }) => requestIds)) {
    expect(Date.parse(requests.get(id)?.[0]?.time ?? '')).toBeGreaterThan(earliest);
  }
});

describe('C1 faster-than-usual', () => {
  test('fourteen decisions of 5 to 40 seconds by somebody who takes hours', () => {
    const batch = told('faster-than-usual').map((records) =>
      secondsBetween(record(records, asking), record(records, 'Request approved')),
    );
    const others = decisions('m.ortega@contoso.example').filter(({ seconds }) => seconds > 60);
    expect(batch).toHaveLength(14);
    expect(Math.min(...batch)).toBeGreaterThanOrEqual(4);
    expect(Math.max(...batch)).toBeLessThanOrEqual(41);
    expect(others.length).toBeGreaterThanOrEqual(50);
    expect(
      others.map(({ seconds }) => seconds).sort((a, b) => a - b)[Math.floor(others.length / 2)],
    ).toBeGreaterThan(3600);
  });

  test('at three in the morning in Lisbon, with hardly a word', () => {
    for (const records of told('faster-than-usual')) {
      const decision = record(records, 'Request approved');
      const clock = new Date(decision.time).toLocaleTimeString('en-GB', { timeZone: 'Europe/Lisbon' });
      expect(clock).toMatch(/^03:(1[2-9]|2\d)/);
      expect(['ok', 'OK', '', undefined]).toContain(justification(decision));
    }
  });
});

test('C2 below-reading-time: approved before the justification could be read', () => {
  for (const records of told('below-reading-time')) {
    const asked = record(records, asking);
    const words = (justification(asked) ?? '').split(/\s+/).length;
    expect(words).toBeGreaterThan(60);
    expect(secondsBetween(asked, record(records, 'Request approved'))).toBeLessThan(2 + words / 4);
  }
});

test('C3 weak-reason: a word or less from both, where others explain themselves', () => {
  for (const records of told('weak-reason')) {
    const asked = record(records, asking);
    expect(justification(asked)).toBe('.');
    expect(justification(record(records, 'Request approved'))).toBe('k');
    const others = [...requests.values()]
      .flat()
      .filter((line) => line.operationName === asking && packageOf(line) === packageOf(asked));
    expect(others.filter((line) => (justification(line) ?? '').length >= 10).length).toBeGreaterThanOrEqual(
      8,
    );
  }
});

test('C4 reused-reason: four people, one text but for case and spaces', () => {
  const asked = told('reused-reason').map((records) => record(records, asking));
  expect(new Set(asked.map(actor)).size).toBe(4);
  expect(new Set(asked.map((line) => justification(line)?.toLowerCase().replace(/\s+/g, ' ')))).toEqual(
    new Set(['access needed']),
  );
});

test('C5 no-human-decision: automatic and direct, both into a role-assignable group', () => {
  const [automatic = [], direct = []] = told('no-human-decision');
  record(automatic, 'Auto approve access package assignment request');
  record(direct, 'Administrator directly assigns user to access package');
  for (const [first] of [automatic, direct]) {
    const write = lines.find(
      (line) => line.correlationId === first?.correlationId && line.operationName === 'Add member to group',
    );
    expect(write === undefined ? [] : changes(write)).toContainEqual({
      displayName: 'IsAssignableToRole',
      oldValue: '[true]',
      newValue: '[true]',
    });
  }
});

test('C6 policy-weakened-before: approval off, used twenty minutes later, on again', () => {
  const [records = []] = told('policy-weakened-before');
  const asked = record(records, asking);
  record(records, 'Auto approve access package assignment request');
  const policy = asked.properties.targetResources.find(
    ({ type }) => type === 'AccessPackageAssignmentPolicy',
  )?.id;
  const turns = lines
    .filter(({ operationName }) => operationName === 'Update access package assignment policy')
    .filter(({ properties }) => properties.targetResources.some(({ id }) => id === policy))
    .flatMap((line) =>
      changes(line)
        .filter(({ displayName }) => displayName === 'IsApprovalRequiredForAdd')
        .map(({ newValue }) => ({ newValue, after: secondsBetween(line, asked) })),
    );
  expect(turns.map(({ newValue }) => newValue)).toEqual(['"False"', '"True"']);
  expect(turns[0]?.after).toBeGreaterThan(1190);
  expect(turns[0]?.after).toBeLessThan(1230);
  expect(turns[1]?.after).toBeLessThan(0);
});

test('C7 record-deleted-access-kept: deleted by the approver 28 minutes after delivery, never removed', () => {
  const [records = []] = told('record-deleted-access-kept');
  const deleted = record(records, 'Delete access package assignment request');
  expect(actor(deleted)).toBe(actor(record(records, 'Request approved')));
  expect(
    secondsBetween(record(records, 'Fulfill access package assignment request'), deleted) / 60,
  ).toBeCloseTo(28, 0);
  const holder = deleted.properties.targetResources.find(({ type }) => type === 'User')?.id;
  const removals = lines.filter(
    ({ operationName, properties }) =>
      /removes?\b/i.test(operationName) && properties.targetResources.some(({ id }) => id === holder),
  );
  expect(removals).toEqual([]);
});

test('C8 answers-edited: by the approver, before the approval, with both texts', () => {
  const [records = []] = told('answers-edited');
  const edited = record(records, 'Update request answers by approver');
  const approved = record(records, 'Request approved');
  expect(actor(edited)).toBe(actor(approved));
  expect(secondsBetween(edited, approved)).toBeGreaterThan(0);
  expect(changes(edited)[0]).toMatchObject({ displayName: 'Answers' });
});

test('C9 new-approver: an account of twelve days, an approver for three', () => {
  const [records = []] = told('new-approver');
  const approved = record(records, 'Request approved');
  const about = (operation: string) =>
    lines.filter(
      ({ operationName, properties }) =>
        operationName === operation &&
        properties.targetResources.some(({ userPrincipalName }) => userPrincipalName === actor(approved)),
    );
  const [created] = about('Add user');
  const [promoted] = about('Update access package assignment policy');
  if (created === undefined || promoted === undefined)
    throw new Error('The account or the promotion is missing.');
  expect(secondsBetween(created, approved) / 86_400).toBeCloseTo(12, 0);
  expect(secondsBetween(promoted, approved) / 86_400).toBeCloseTo(3, 0);
});

describe('C10 paired-accounts', () => {
  const pairs = told('paired-accounts').map((records) => {
    const [asked, approved] = [record(records, asking), record(records, 'Request approved')];
    return {
      asker: actor(asked),
      approver: actor(approved),
      from: asked.callerIpAddress,
      by: approved.callerIpAddress,
    };
  });

  test('two people approve each other, twice each, from one address that nobody else uses', () => {
    const [one, other] = ['n.lacroix@contoso.example', 'b.sandoval@contoso.example'];
    const mutual = pairs.slice(0, 4);
    expect(mutual.filter(({ asker, approver }) => asker === one && approver === other)).toHaveLength(2);
    expect(mutual.filter(({ asker, approver }) => asker === other && approver === one)).toHaveLength(2);
    const users = lines.filter(({ callerIpAddress }) => callerIpAddress === pairs[0]?.from).map(actor);
    expect(new Set(mutual.flatMap(({ from, by }) => [from, by])).size).toBe(1);
    expect(new Set(users)).toEqual(new Set([one, other]));
  });

  test('an administrator’s second account approves the first', () => {
    expect(pairs[4]).toMatchObject({
      asker: 'j.smith@contoso.example',
      approver: 'adm-jsmith@contoso.example',
    });
    expect(pairs[4]?.from).toBe(pairs[4]?.by);
  });
});

test('C11 approved-after-refusal: refused or expired, then approved by another within a week', () => {
  const refusals = ['Request denied', 'Request expired'];
  const again = told('approved-after-refusal');
  expect(again).toHaveLength(2);
  for (const [number, records] of again.entries()) {
    const [asked, approved] = [record(records, asking), record(records, 'Request approved')];
    const refused = [...requests.values()]
      .flat()
      .filter(
        (line) =>
          line.operationName === refusals[number] &&
          requests
            .get(line.properties.targetResources[0]?.id ?? '')
            ?.some(
              (first) =>
                first.operationName === asking &&
                actor(first) === actor(asked) &&
                packageOf(first) === packageOf(asked),
            ),
      );
    expect(refused.length).toBeGreaterThan(0);
    for (const line of refused) {
      expect(actor(line)).not.toBe(actor(approved));
      expect(secondsBetween(line, approved) / 86_400).toBeGreaterThan(0);
      expect(secondsBetween(line, approved) / 86_400).toBeLessThan(7);
    }
  }
});

test('C12 unusual-hours-or-volume: nine on a Sunday night by somebody with a quiet working week', () => {
  const marked = told('unusual-hours-or-volume').map((records) => record(records, 'Request approved'));
  const all = decisions('t.lindqvist@contoso.example').map(({ line }) => line);
  const usualOnes = all.filter((line) => !marked.includes(line));
  const perDay = new Map<string, number>();
  for (const { time } of usualOnes) perDay.set(time.slice(0, 10), (perDay.get(time.slice(0, 10)) ?? 0) + 1);
  const median = [...perDay.values()].sort((a, b) => a - b)[Math.floor(perDay.size / 2)] ?? 0;
  expect(marked).toHaveLength(9);
  expect(usualOnes.length).toBeGreaterThanOrEqual(30);
  expect(marked.length).toBeGreaterThan(3 * median);
  for (const { time } of marked) {
    expect(
      new Date(time).toLocaleString('en-GB', {
        timeZone: 'Europe/Berlin',
        weekday: 'short',
        hour: '2-digit',
      }),
    ).toMatch(/^Sun.*0[23]/);
  }
  const night = usualOnes.filter(({ time }) => new Date(time).getUTCHours() < 5);
  expect(night).toHaveLength(0);
});

test('below a thousand requests there are no stories', () => {
  const small = byRequest(parsed({ ...usual, requests: 300 }));
  expect(stories.flatMap(({ requestIds }) => requestIds).filter((id) => small.has(id))).toEqual([]);
});

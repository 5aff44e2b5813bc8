import type { AuditRecord } from '@/lib/audit/record';
import { Random } from '@/lib/source/sample/random';
import {
  type App,
  alex,
  approve,
  asks,
  autoApprove,
  bea,
  chen,
  dana,
  decides,
  delivers,
  deny,
  type Named,
  ours,
  type Person,
  payables,
  portal,
} from '../store/build';
import { approvalOff, approvalOn, configures, packageTarget, policyTarget, userTarget } from './configuring';

/** Days that the office is told of: windows of 90 and of 180 days both end within them. */
export const officeDays = 300;

const openPolicy: Named = { id: '3c1d7b20-0000-4000-8000-000000000009', name: 'All members' };
const sync: App = {
  servicePrincipalId: 'b0b0b0b0-0000-4000-8000-000000000009',
  appId: null,
  name: 'svc-sync',
};
const people = [alex, bea, chen, dana];
const policyUpdate = 'Update access package assignment policy';

/** Nobody receives twice: who holds what would tie each request to those of months before. */
const newcomer = (number: number): Person => ({
  id: `a1e0c0de-0000-4000-9000-${String(number).padStart(12, '0')}`,
  upn: `newcomer.${number}@contoso.example`,
  name: `Newcomer ${number}`,
  ip: null,
});

/**
 * Four people who ask one another to let newcomers have two packages for 300 days, and now and then do what a check is
 * about: of each more than once, months apart. Answers each record with its day, in no order.
 */
export function office(): { day: number; record: AuditRecord }[] {
  const random = new Random(7, 'office');
  const records: { day: number; record: AuditRecord }[] = [];
  const put = (day: number, time: string, made: AuditRecord) => {
    const instant = `${new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)}T${time}Z`;
    records.push({
      day,
      record: {
        ...made,
        id: `${made.id} ${day} ${time}`,
        timeGenerated: instant,
        activityDateTime: instant,
        correlationId: made.category === 'EntitlementManagement' ? made.correlationId : `own ${day} ${time}`,
      },
    });
  };
  let request = 0;
  const other = (than: Person) => random.pick(people.filter((person) => person !== than));

  for (let day = 0; day < officeDays; day += 2) {
    const by = random.pick(people);
    const approver = by !== bea && random.chance(0.6) ? bea : other(by);
    const reason = random.chance(0.1)
      ? '.'
      : random.chance(0.15)
        ? 'Month-end close'
        : `Case ${'abcdefgh'[day % 8]} of team ${day}`;
    const said = {
      request: ++request,
      receiver: newcomer(request),
      reason,
      package: random.chance(0.7) ? payables : portal,
    };
    put(
      day,
      '09:00:00',
      asks('09:00', { ...said, by: random.chance(0.06) ? { ...by, ip: approver.ip } : by }),
    );
    const when = random.chance(0.08) ? '09:00:01' : `${10 + random.below(6)}:30:00`;
    if (random.chance(0.1)) {
      put(day, when, decides('denied', '10:00', approver, 'No', said));
      put(day, when, deny('10:00', approver, said));
      continue;
    }
    put(
      day,
      when,
      decides('approved', '10:00', approver, random.chance(0.1) ? 'k' : 'Checked with the owner', said),
    );
    put(day, when, approve('10:00', approver, said));
    put(day, '17:00:00', delivers('17:00', said));
  }

  for (const [day, odd] of [
    [40, '03'],
    [137, '19'],
    [228, '22'],
    [290, '01'],
  ] as const) {
    const receiver = newcomer(1000 + day);
    const next = (by: Person | App = alex) => ({ request: ++request, by, receiver });
    put(day, '07:00:00', approvalOff('07:00'));
    const weakened = next();
    put(day, '07:30:00', asks('07:30', weakened));
    put(day, '07:30:05', autoApprove('07:30', weakened));
    put(day, '08:00:00', approvalOn('08:00'));
    const kept = next(chen);
    put(day, '09:10:00', asks('09:10', kept));
    put(day, '09:20:00', delivers('09:20', kept));
    put(day, '09:30:00', ours('Update request answers by approver', '09:30', bea, kept));
    put(day, '09:40:00', ours('Delete access package assignment request', '09:40', bea, kept));
    const refused = next();
    put(day, '11:00:00', asks('11:00', refused));
    put(day, '11:10:00', decides('denied', '11:10', bea, 'No', refused));
    put(day, '11:10:00', deny('11:10', bea, refused));
    const again = next();
    put(day, '12:00:00', asks('12:00', again));
    put(day, '12:10:00', decides('approved', '12:10', chen, 'ok', again));
    put(day, '12:10:00', approve('12:10', chen, again));
    put(
      day,
      '13:00:00',
      configures('Add Entitlement Management role assignment', '13:00', {
        targets: [
          userTarget(dana),
          { type: 'AccessPackageCatalog', id: 'ca7a0000-0000-4000-8000-000000000001', name: 'Finance' },
        ],
      }),
    );
    put(
      day + 1,
      '09:00:00',
      ours('Administrator directly assigns user to access package', '09:00', dana, next()),
    );
    put(day + 2, '09:00:00', asks('09:00', next(sync)));
    put(
      day + 3,
      '08:00:00',
      configures(policyUpdate, '08:00', {
        changes: [['PrimaryApprovers', JSON.stringify([bea.id]), JSON.stringify([bea.id, dana.id])]],
      }),
    );
    const party = next();
    put(day + 3, '09:00:00', asks('09:00', party));
    put(day + 3, '10:00:00', decides('approved', '10:00', dana, 'ok', party));
    put(day + 3, '10:00:00', approve('10:00', dana, party));
    put(
      day + 5,
      '08:00:00',
      configures('Create access package assignment policy', '08:00', {
        targets: [policyTarget(openPolicy), packageTarget()],
        changes: [['IsApprovalRequiredForAdd', null, 'False']],
      }),
    );
    const early = next(chen);
    put(day + 4, `${odd}:00:00`, asks(`${odd}:00`, early));
    put(day + 4, `${odd}:30:00`, decides('approved', `${odd}:30`, bea, 'ok', early));
    put(day + 4, `${odd}:30:00`, approve(`${odd}:30`, bea, early));
    const beside = { ...next(), policy: openPolicy };
    put(day + 5, '09:00:00', asks('09:00', beside));
    put(day + 5, '09:00:10', autoApprove('09:00', beside));
  }
  return records;
}

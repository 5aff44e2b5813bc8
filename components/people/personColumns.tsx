import type { PersonRow } from '@/lib/answers';
import type { Role } from '@/lib/filter/view';
import { countWords } from '@/lib/words/count';
import { Percentile, Share } from '../lists/Figures';
import type { Column } from '../lists/ListTable';
import { LogText } from '../ui/LogText';
import { Time } from '../ui/Time';
import { PersonLink } from './PersonLink';
import { mainRole } from './roles';

/** The figures of a person, each over the requests that match. */
export const personColumns: readonly Column<PersonRow>[] = [
  {
    by: 'name',
    header: 'Person',
    meaning: 'The newest principal name in the data, or the name of an application',
    cell: (row) => <Name row={row} role={mainRole(row)} />,
  },
  {
    by: 'requests',
    header: 'Requests',
    meaning: 'Requests in which this person has any part',
    cell: ({ requests }) => countWords(requests),
  },
  {
    by: 'worth',
    header: 'Worth a look',
    meaning: 'Those of them that a strong or medium check marks',
    cell: ({ worth }) => countWords(worth),
  },
  {
    by: 'asked',
    header: 'Asked',
    meaning: 'Requests that this person asked for',
    cell: ({ asked }) => countWords(asked),
  },
  {
    by: 'received',
    header: 'Received',
    meaning: 'Requests for access for this person, whoever asked',
    cell: ({ received }) => countWords(received),
  },
  {
    by: 'decided',
    header: 'Decisions',
    meaning: 'Approvals and denials by this person, in all stages',
    cell: ({ decided }) => countWords(decided),
  },
  {
    by: 'denied',
    header: 'Denials',
    meaning: 'Decisions of this person that denied',
    cell: ({ denied }) => countWords(denied),
  },
  {
    by: 'approved',
    header: 'Approved',
    meaning: 'Requests that this person’s approval decided; the two times beside it are over these',
    cell: ({ approved }) => countWords(approved),
  },
  {
    by: 'medianSeconds',
    header: 'Median to approve',
    meaning: 'Half of these approvals came faster',
    cell: ({ medianSeconds, approved }) => <Percentile seconds={medianSeconds} of={approved} />,
  },
  {
    by: 'p5Seconds',
    header: 'Fastest 5%',
    meaning: 'One in twenty of these approvals came faster',
    cell: ({ p5Seconds, approved }) => <Percentile seconds={p5Seconds} of={approved} />,
  },
  {
    by: 'noReason',
    header: 'Decided without a reason',
    meaning: 'Own decisions without a reason, and their share of all decisions',
    cell: ({ noReason, noReasonShare, decided }) => (
      <Share count={noReason} of={decided} share={noReasonShare} />
    ),
  },
  {
    by: 'packages',
    header: 'Packages',
    meaning: 'Different packages in any of the three roles',
    cell: ({ packages }) => countWords(packages),
  },
  {
    by: 'lastAt',
    header: 'Last request',
    meaning: 'Time of the first record of the newest request in any of the three roles',
    cell: ({ lastAt }) => <Time at={lastAt} />,
  },
];

function Name({ row: { id, name, displayName }, role }: { row: PersonRow; role: Role }) {
  return (
    <>
      <PersonLink id={id} name={name ?? displayName} as={role} />
      {displayName === null || name === null || displayName === name ? null : (
        <span className="block text-ink-2 text-small">
          <LogText text={displayName} />
        </span>
      )}
    </>
  );
}

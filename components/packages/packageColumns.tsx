import type { PackageRow } from '@/lib/answers';
import { countWords } from '@/lib/words/count';
import { Percentile, Share } from '../lists/Figures';
import type { Column } from '../lists/ListTable';
import { Time } from '../ui/Time';
import { PackageLink } from './PackageLink';

/** The figures of a package, each over its requests that match. */
export const packageColumns: readonly Column<PackageRow>[] = [
  {
    by: 'name',
    header: 'Package',
    meaning: 'The newest name in the data',
    cell: ({ id, name }) => <PackageLink id={id} name={name} />,
  },
  {
    by: 'requests',
    header: 'Requests',
    meaning: 'Requests of every kind and outcome',
    cell: ({ requests }) => countWords(requests),
  },
  {
    by: 'worth',
    header: 'Worth a look',
    meaning: 'Requests that a strong or medium check marks',
    cell: ({ worth }) => countWords(worth),
  },
  {
    by: 'byPeople',
    header: 'Approved by people',
    meaning: 'Requests that people approved; the two times beside it are over these',
    cell: ({ byPeople }) => countWords(byPeople),
  },
  {
    by: 'medianSeconds',
    header: 'Median to approve',
    meaning: 'Half of the approvals by people came faster',
    cell: ({ medianSeconds, byPeople }) => <Percentile seconds={medianSeconds} of={byPeople} />,
  },
  {
    by: 'p5Seconds',
    header: 'Fastest 5%',
    meaning: 'One in twenty approvals by people came faster',
    cell: ({ p5Seconds, byPeople }) => <Percentile seconds={p5Seconds} of={byPeople} />,
  },
  {
    by: 'noHuman',
    header: 'No human decision',
    meaning: 'Approved automatically, or assigned directly or by policy, and their share of all requests',
    cell: ({ noHuman, noHumanShare, requests }) => (
      <Share count={noHuman} of={requests} share={noHumanShare} />
    ),
  },
  {
    by: 'noReason',
    header: 'No reason given',
    meaning: 'Requests whose requestor gave no reason, and their share of all requests',
    cell: ({ noReason, noReasonShare, requests }) => (
      <Share count={noReason} of={requests} share={noReasonShare} />
    ),
  },
  {
    by: 'denied',
    header: 'Denied',
    meaning: 'Requests that were denied',
    cell: ({ denied }) => countWords(denied),
  },
  {
    by: 'pending',
    header: 'Pending',
    meaning: 'Requests that nothing has ended yet',
    cell: ({ pending }) => countWords(pending),
  },
  {
    by: 'approvers',
    header: 'Approvers',
    meaning: 'Different people and applications who decided',
    cell: ({ approvers }) => countWords(approvers),
  },
  {
    by: 'requestors',
    header: 'Requestors',
    meaning: 'Different people and applications who asked',
    cell: ({ requestors }) => countWords(requestors),
  },
  {
    by: 'lastAt',
    header: 'Last request',
    meaning: 'Time of the first record of the newest request',
    cell: ({ lastAt }) => <Time at={lastAt} />,
  },
];

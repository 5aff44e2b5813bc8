import type { ListOrder } from '@/lib/filter/view';

/** The order of a list as it is shown. */
export interface Order {
  by: ListOrder;
  descending: boolean;
}

const few = ['fewest first', 'most first'] as const;

const words: Readonly<Record<ListOrder, readonly [by: string, ascending: string, descending: string]>> = {
  requests: ['number of requests', ...few],
  name: ['name', 'A to Z', 'Z to A'],
  worth: ['requests worth a look', ...few],
  byPeople: ['requests that people approved', ...few],
  medianSeconds: ['median time to approve', 'fastest first', 'slowest first'],
  p5Seconds: ['fastest twentieth', 'fastest first', 'slowest first'],
  noHuman: ['requests that no human decided', ...few],
  noReason: ['number without a reason', ...few],
  denied: ['denials', ...few],
  pending: ['pending requests', ...few],
  approvers: ['number of approvers', ...few],
  requestors: ['number of requestors', ...few],
  asked: ['requests asked for', ...few],
  received: ['requests received', ...few],
  decided: ['decisions', ...few],
  approved: ['requests approved', ...few],
  packages: ['number of packages', ...few],
  lastAt: ['newest request', 'longest ago first', 'newest first'],
};

/** An order in words: `Sorted by median time to approve, fastest first.` */
export function orderWords({ by, descending }: Order): string {
  const [figure, up, down] = words[by];
  return `Sorted by ${figure}, ${descending ? down : up}.`;
}

/** The order after a press on the head of a column: the other way round, or first what is worth reading first. */
export function nextOrder(by: ListOrder, present: Order): Order {
  if (present.by === by) return { by, descending: !present.descending };
  return { by, descending: by !== 'name' && by !== 'medianSeconds' && by !== 'p5Seconds' };
}

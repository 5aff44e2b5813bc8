import { splitPrincipalName } from '@/lib/words/principalName';
import { LogText } from './LogText';
import { visible } from './visibleText';

/** One person or application on one line, cut in the middle when there is no room. */
export function Person({ name }: { name: string }) {
  const { start, end } = splitPrincipalName(name);
  const to = start.length + end.length;
  return (
    <span className="flex min-w-0 print:inline print:break-words" title={visible(name)}>
      <span className="min-w-0 truncate print:inline print:whitespace-normal">
        <LogText text={name} to={start.length} />
      </span>
      <span className="max-w-[calc(100%-2rem)] shrink-0 truncate print:inline print:whitespace-normal">
        <LogText text={name} from={start.length} to={to} />
      </span>
    </span>
  );
}

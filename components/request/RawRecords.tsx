import type { RequestDetail } from '@/lib/request';
import { CopyButton } from '../ui/CopyButton';
import { visible } from '../ui/visibleText';
import { recordAnchor } from './RecordLink';
import { Section } from './Section';

/** Audit records as received, each folded away until asked for. */
export function RawRecords({ heading, records }: { heading: string; records: RequestDetail['records'] }) {
  if (records.length === 0) return null;
  return (
    <Section title={`${heading} (${records.length})`}>
      {records.map(({ key, record }, index) => (
        <details
          // biome-ignore lint/suspicious/noArrayIndexKey: copies of one record share its key, and none moves.
          key={`${index} ${key}`}
          id={recordAnchor(key)}
          className="mt-1 rounded-control border border-line"
        >
          <summary className="px-2 py-1 font-mono text-small [overflow-wrap:anywhere]">
            {visible(title(record, key))}
          </summary>
          <div className="border-line border-t p-2">
            <CopyButton text={() => JSON.stringify(record, null, 2)}>Copy JSON</CopyButton>
            <pre className="mt-2 overflow-x-auto font-mono text-small whitespace-pre-wrap break-words">
              {JSON.stringify(record, null, 2).split('\n').map(visible).join('\n')}
            </pre>
          </div>
        </details>
      ))}
    </Section>
  );
}

function title({ OperationName, TimeGenerated }: Record<string, unknown>, key: string): string {
  if (typeof OperationName !== 'string') return key;
  return typeof TimeGenerated === 'string' ? `${TimeGenerated}  ${OperationName}` : OperationName;
}

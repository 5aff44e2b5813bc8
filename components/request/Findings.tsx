import { type CheckId, checkIds, type Finding, type RequestDetail } from '@/lib/request';
import { checkWords } from '@/lib/words/checks';
import { CheckTag } from '../checks/CheckTag';
import { LogText } from '../ui/LogText';
import { TechniqueLinks } from '../ui/TechniqueLinks';
import { RecordLinks } from './RecordLinks';
import { Section } from './Section';

const hiddenNumbers = 'The numbers behind it take in requests that you may not see.';

/** Which checks mark the request and why, strongest first, and which of them the data could not answer. */
export function Findings({ detail }: { detail: RequestDetail }) {
  const { findings, unanswered } = detail;
  if (findings === null)
    return (
      <Section title="Worth a look">
        <p className="text-ink-2">Not checked yet.</p>
      </Section>
    );
  return (
    <Section title={`Worth a look · ${findings.length} of ${checkIds.length} checks`}>
      {findings.length === 0 ? <p className="text-ink-2">No check marks this request.</p> : null}
      <ul className="grid gap-2">
        {findings.map((finding) => (
          <li key={finding.id} className="rounded-card border border-line px-3 py-2">
            <OneFinding finding={finding} detail={detail} />
          </li>
        ))}
      </ul>
      <Unanswered unanswered={unanswered} />
    </Section>
  );
}

function OneFinding({ finding, detail }: { finding: Finding; detail: RequestDetail }) {
  const { id, sentence, limits, records } = finding;
  return (
    <>
      <p>
        <CheckTag mark={finding} />
      </p>
      <p className="mt-1 break-words">
        {sentence === null ? (
          <span className="text-ink-2">{hiddenNumbers}</span>
        ) : (
          <LogText text={sentence} />
        )}
      </p>
      {limits === null ? null : (
        <p className="break-words text-ink-2 text-small">
          To keep in mind: <LogText text={limits} />
        </p>
      )}
      <RecordLinks keys={records} detail={detail} />
      <About id={id} />
    </>
  );
}

function About({ id }: { id: CheckId }) {
  const { about, techniques } = checkWords[id];
  return (
    <details className="mt-1 text-small">
      <summary className="text-ink-2">What this check looks for</summary>
      <p className="break-words">{about}</p>
      <p className="text-ink-2">
        MITRE ATT&CK: <TechniqueLinks techniques={techniques} />
      </p>
    </details>
  );
}

function Unanswered({ unanswered }: Pick<RequestDetail, 'unanswered'>) {
  if (unanswered.length === 0) return null;
  return (
    <div className="mt-2 text-ink-2 text-small">
      <p>Could not be told:</p>
      <ul className="list-disc ps-4">
        {unanswered.map(({ id, limits }) => (
          <li key={id} className="break-words">
            {checkWords[id].title}: <LogText text={limits} />
          </li>
        ))}
      </ul>
    </div>
  );
}

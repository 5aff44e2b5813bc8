import { CircleCheck, CircleDashed, CircleHelp } from 'lucide-react';
import type { CoverageSource, WorkspaceCoverage } from '@/lib/coverage';
import { CopyButton } from '../ui/CopyButton';
import { type SetupStep, setupSteps } from './setupSteps';

/** What an owner does once, which of it is done, and the command for it. */
export function SetupSteps({
  workspace,
  connection,
}: {
  workspace: WorkspaceCoverage;
  connection: Extract<CoverageSource, { kind: 'log-analytics' }>;
}) {
  const steps = setupSteps(workspace, connection);
  const left = steps.filter(({ done }) => done !== true).length;
  return (
    <details open={left > 0}>
      <summary className="font-medium">
        {left === 0
          ? 'Set up: every step is done'
          : `Set up: ${left} of ${steps.length} steps left to do or to see`}
      </summary>
      <ol className="mt-2 grid gap-3">
        {steps.map((step) => (
          <Step key={step.title} step={step} />
        ))}
      </ol>
    </details>
  );
}

const marks = {
  done: { Icon: CircleCheck, word: 'Done' },
  left: { Icon: CircleDashed, word: 'To do' },
  unknown: { Icon: CircleHelp, word: 'Not known yet' },
} as const;

function Step({ step: { title, done, about, command } }: { step: SetupStep }) {
  const { Icon, word } = marks[done === null ? 'unknown' : done ? 'done' : 'left'];
  return (
    <li className="grid grid-cols-[auto_1fr] gap-x-2">
      <Icon size={16} aria-hidden className="mt-0.5 text-ink-2" />
      <div className="min-w-0">
        <p className="font-medium">
          {title} <span className="font-normal text-ink-2">· {word}</span>
        </p>
        <p className="max-w-prose text-ink-2 text-small">{about}</p>
        {command === null ? null : (
          <div className="mt-1 flex items-start gap-2">
            <code className="min-w-0 flex-1 rounded-control bg-sunken px-2 py-1 font-mono text-small break-all">
              {command}
            </code>
            <CopyButton text={() => command}>Copy</CopyButton>
          </div>
        )}
      </div>
    </li>
  );
}

'use client';

import { ChevronDown, EyeOff } from 'lucide-react';
import { memo, use } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { withRules } from '@/lib/filter/edit';
import type { Hidden } from '@/lib/summary';
import { useWays } from '../view/useView';
import { HasRules } from './HasRules';
import { hiddenWords, notAppliedWords, switchWords } from './hiddenWords';
import { RulesList } from './RulesList';

/** How many requests exclusion rules set aside, the rules behind it, and the switch; nothing without any rule. */
export const HiddenByRules = memo(function HiddenByRules({
  hidden,
  stale,
}: {
  hidden: Hidden | undefined;
  stale: boolean;
}) {
  const { show } = useWays();
  const isExpected = use(HasRules);
  const words = hidden === undefined ? null : hiddenWords(hidden);
  if (hidden === undefined) return isExpected ? <div className="mt-2 h-7" /> : null;
  if (words === null) return null;
  const { applied } = hidden;
  const broken = notAppliedWords(hidden);
  return (
    <section
      aria-label="Exclusion rules"
      aria-busy={stale}
      className="fades mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-small"
    >
      <span className="print:hidden">
        <DialogTrigger>
          <Button className="button button-small max-w-full whitespace-normal text-start">
            <EyeOff size={14} aria-hidden className="shrink-0" />
            <span className={applied ? '' : 'font-semibold'}>{words}</span>
            {broken === '' ? null : <span className="text-medium">{broken}</span>}
            <ChevronDown size={14} aria-hidden className="shrink-0" />
          </Button>
          <Popover className="menu w-[34rem] max-w-[calc(100vw-1rem)]" placement="bottom start">
            <Dialog aria-label="Exclusion rules" className="outline-none">
              <section
                aria-label="Rules"
                className="max-h-[70vh] overflow-y-auto p-3"
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
                tabIndex={0}
              >
                <RulesList hidden={hidden} />
              </section>
            </Dialog>
          </Popover>
        </DialogTrigger>
      </span>
      {hidden.rules.length === 0 ? null : (
        <button
          type="button"
          className="link min-h-6 print:hidden"
          onClick={() => show((view) => withRules(view, applied ? 'off' : 'on'))}
        >
          {switchWords(hidden)}
        </button>
      )}
      <div className="hidden print:block">
        <p className="font-semibold">{[words, broken].map((each) => each && `${each}.`).join(' ')}</p>
        <RulesList hidden={hidden} />
      </div>
    </section>
  );
});

import { X } from 'lucide-react';

/**
 * Says that the session is over, or why another sign-in failed, at the foot of the window; the page stays as it is.
 * The attribute keeps it usable beside an open dialog, to which everything else is closed (react-aria's top layer).
 */
export function SessionBar({
  why,
  signIn,
  dismiss,
}: {
  why: string;
  signIn: () => void;
  /** Null when nothing works without signing in. */
  dismiss: (() => void) | null;
}) {
  return (
    <>
      <div className="h-14 max-[48rem]:h-28 print:hidden" />
      <div
        role="alert"
        data-react-aria-top-layer="true"
        className="fixed inset-x-0 bottom-0 z-40 flex flex-wrap items-center justify-center gap-x-4 gap-y-2 border-line border-t bg-medium-bg px-4 py-2 text-medium print:hidden"
      >
        <p>{why}</p>
        <button type="button" className="button button-primary button-small" onClick={signIn}>
          Sign in again
        </button>
        {dismiss === null ? null : (
          <button type="button" className="icon-button" aria-label="Dismiss" onClick={dismiss}>
            <X size={16} aria-hidden />
          </button>
        )}
      </div>
    </>
  );
}

import { StandingAlone } from './StandingAlone';

/** What everybody may see: what this is, why nobody is signed in, and the way in. It holds no data. */
export function SignedOut({ why, signIn }: { why: string | null; signIn: (() => void) | null }) {
  return (
    <StandingAlone heading="Access Package Approvals">
      <p className="text-ink-2">
        Who asked for a Microsoft Entra access package, why, who approved it, why, and how fast.
      </p>
      {why === null ? null : (
        <p role="alert" className="note">
          {why}
        </p>
      )}
      {signIn === null ? null : (
        <>
          <p className="text-ink-2">
            Sign in with your organisation’s account. The link that you opened is kept.
          </p>
          <button type="button" className="button button-primary self-start" onClick={signIn}>
            Sign in
          </button>
        </>
      )}
    </StandingAlone>
  );
}

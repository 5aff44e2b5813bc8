import { useReader } from './reader';
import { StandingAlone } from './StandingAlone';

/** For a reader who is signed in and may see nothing here: what is missing, who they are, and what they can do. */
export function NoAccess({ why, checkAgain }: { why: string; checkAgain: () => void }) {
  const reader = useReader();
  if (reader === null) return null;
  return (
    <StandingAlone heading="You have no access">
      <p role="alert">{why}</p>
      <p className="text-ink-2">
        Account: <strong className="font-semibold text-ink">{reader.name}</strong>, {reader.username}. Your
        link stays in the address bar, and works once you have access.
      </p>
      <p className="flex flex-wrap gap-2">
        <button type="button" className="button button-primary" onClick={checkAgain}>
          Check again
        </button>
        <button type="button" className="button" onClick={reader.switchAccount}>
          Use another account
        </button>
        <button type="button" className="button" onClick={reader.signOut}>
          Sign out
        </button>
      </p>
    </StandingAlone>
  );
}

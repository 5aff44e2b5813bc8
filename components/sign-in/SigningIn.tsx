import { StandingAlone } from './StandingAlone';

/** While it is found out who is there, and on the way to and from the authority. */
export function SigningIn({ out = false }: { out?: boolean }) {
  return (
    <StandingAlone heading="Access Package Approvals">
      <p role="status" className="text-ink-2">
        {out ? 'Signing you out…' : 'Signing you in…'}
      </p>
    </StandingAlone>
  );
}

/** A question that the reader took back before it was answered, and the way to ask it again. */
export function CalledOff({ retry }: { retry: () => void }) {
  return (
    <div className="note flex items-center gap-4">
      <p className="flex-1">
        The question was called off before it was answered. The rows before it are not shown.
      </p>
      <button type="button" className="button button-small" onClick={retry}>
        Ask again
      </button>
    </div>
  );
}

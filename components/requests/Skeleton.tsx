/** Eight rows at the true row height while the first answer is on its way, with room for a `strip` above them. */
export function Skeleton({ what, strip = false }: { what: string; strip?: boolean }) {
  return (
    <div role="status" aria-label={`Reading ${what}`} className="card p-0">
      {strip ? <div className="h-[37px] border-line border-b" /> : null}
      <div className={`h-8 bg-sunken ${strip ? '' : 'rounded-t-card'}`} />
      {Array.from({ length: 8 }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move.
        <div key={row} className="flex h-11 items-center gap-6 border-line border-t px-3">
          <div className="h-3 w-20 rounded-tag bg-sunken" />
          <div className="h-3 w-40 rounded-tag bg-sunken" />
          <div className="h-3 flex-1 rounded-tag bg-sunken" />
          <div className="h-3 w-40 rounded-tag bg-sunken max-md:hidden" />
        </div>
      ))}
    </div>
  );
}

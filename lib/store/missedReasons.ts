/** Why the published hunting query returns no row for a request: a condition over the request (`r`), what it ever had (`h`) and what it has inside the range (`i`). */
const reasons: { code: string; when: string; text: string }[] = [
  {
    code: 'no-requestor-justification',
    when: 'i.asked AND NOT i.reasoned',
    text: 'the request carries no justification, and the query drops such requests',
  },
  { code: 'auto-approved', when: `r.outcome = 'auto-approved'`, text: 'approved automatically, by no one' },
  {
    code: 'assigned-directly',
    when: `r.outcome = 'assigned' AND r.kind <> 'removal'`,
    text: 'assigned directly by an administrator',
  },
  {
    code: 'assigned-by-policy',
    when: `r.outcome = 'policy-assigned' AND r.kind <> 'removal'`,
    text: 'assigned by an automatic assignment policy',
  },
  { code: 'denied', when: `r.outcome = 'denied'`, text: 'denied' },
  { code: 'expired', when: `r.outcome = 'expired'`, text: 'expired: nobody decided in time' },
  { code: 'cancelled', when: `r.outcome = 'cancelled'`, text: 'cancelled' },
  { code: 'pending', when: `r.outcome = 'pending'`, text: 'not decided yet' },
  {
    code: 'extension',
    when: `r.kind = 'extension'`,
    text: 'an extension: the query reads first requests only',
  },
  { code: 'update', when: `r.kind = 'update'`, text: 'an update: the query reads first requests only' },
  { code: 'removal', when: `r.kind = 'removal'`, text: 'a removal of access' },
  {
    code: 'service-principal',
    when: `r.kind = 'service-principal'`,
    text: 'asked on behalf of a service principal, under another operation name',
  },
  {
    code: 'request-not-in-data',
    when: `r.kind = 'unknown'`,
    text: 'the request record is not in the data',
  },
  {
    code: 'request-out-of-range',
    when: 'h.asked_ever AND NOT coalesce(i.asked, false)',
    text: 'the request record lies outside the time range',
  },
  {
    code: 'approval-out-of-range',
    when: 'h.approved_ever AND NOT coalesce(i.approved, false)',
    text: 'the approval record lies outside the time range',
  },
  {
    code: 'approval-not-in-data',
    when: `r.outcome = 'unknown'`,
    text: 'delivered without an approval record in the data',
  },
  {
    code: 'no-package-target',
    when: 'i.asked AND NOT i.packaged',
    text: 'the request record names no access package',
  },
  {
    code: 'no-request-target',
    when: 'i.asked AND NOT i.identified',
    text: 'the request record carries no request id',
  },
  {
    code: 'other-correlation',
    when: 'i.asked AND i.reasoned AND i.packaged AND i.identified AND i.approved',
    text: 'the request and its approval carry different CorrelationIds',
  },
];

/** SQL for a reason where none of the list holds, so that a missed request never goes without one. */
export const unexplained = `struct_pack(code := 'other', text := 'its records do not have the form that the query joins')`;

/** SQL for the list of reasons that hold. */
export const missedReasons = `list_filter([${reasons
  .map((r) => `CASE WHEN ${r.when} THEN struct_pack(code := '${r.code}', text := '${r.text}') END`)
  .join(', ')}], x -> x IS NOT NULL)`;

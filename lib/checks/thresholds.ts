/**
 * Where ordinary life ends and worth a look begins. Every check takes its numbers from here; whoever changes one
 * raises `version`, which every copied link and export tells.
 */
export const thresholds = {
  version: 1,
  /** Days back that a person or package is compared with. */
  baselineDays: 180,
  weakReason: {
    /** Fewer characters than these say nothing. */
    characters: 10,
    /** Earlier requests under the policy that it takes to compare, and the share of them that gives a reason. */
    from: 8,
    usual: 0.75,
  },
  reusedReason: {
    days: 90,
    people: 3,
    uses: 5,
    /** The share of a package's reasons from which on repeating them is by design, of at least so many. */
    byDesign: 0.5,
    from: 8,
  },
  /** Days between a refusal and the access that was given nevertheless. */
  afterRefusal: { days: 7 },
  /** Hours after the deletion of a record within which removing the access makes the deletion plain tidying. */
  recordDeletedAccessKept: { hours: 24 },
  /** Days from the start of the data within which an approval can lie before it. */
  noApprovalRecord: { edgeDays: 30 },
  policyWeakenedBefore: { hours: 72 },
  /** How long after it was added the first uses of a policy are told; strong within the hours. */
  policyAddedBeside: { days: 30, uses: 10, strongHours: 72 },
  configuredByParty: { days: 30 },
  roleGrantedThenUsed: { days: 7, hoursFromChangeToRequest: 72 },
  newApprover: { listedDays: 7, accountDays: 30, dataDays: 30 },
  /** An application that asked so often before is a usual one. */
  applicationActed: { usualFrom: 5, hoursFromChangeToRequest: 72 },
  fasterThanUsual: {
    /** Fewer earlier approvals are too few to compare. */
    from: 8,
    first: { percentile: 0.01, from: 50 },
    fifth: { percentile: 0.05 },
    /** An approval that takes more than this part of the approver's median is not fast, however rare. */
    partOfMedian: 0.05,
  },
  belowReadingTime: { openSeconds: 2, wordsPerSecond: 4, charactersPerWord: 2 },
  unusualHoursOrVolume: {
    from: 30,
    /** An hour in which, with the hour on either side, at most this share of the earlier decisions fell. */
    rare: 0.01,
    /** A day with more than so many times the approver's median day, and with at least so many decisions. */
    timesMedian: 3,
    atLeast: 10,
  },
  pairedAccounts: {
    days: 90,
    /** Someone with more partners than this, approving for each other, works in a team that does. */
    partners: 2,
    /** An approver who is new to the requestor and to the package stands out among so many approvals of each. */
    established: 30,
  },
  /** People besides the two who were seen at the address in the days before. */
  sameAddress: { days: 90, others: 2 },
  approvalRing: {
    days: 90,
    /** Someone with more approved requests than this in the days is not followed: rings are of few. */
    busy: 30,
    /** So many packages given by one approver to one requestor, who is the requestor of this share of their approvals. */
    packages: 8,
    share: 0.5,
  },
} as const;

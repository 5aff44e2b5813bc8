/** What a change can loosen or tighten, the most telling first, and how both are said. */
export const controls = {
  approval: { weakens: 'switched approval off', tightens: 'switched approval on', again: 'on again' },
  stages: { weakens: 'took approval stages away', tightens: 'added approval stages', again: 'put them back' },
  scope: { weakens: 'let more people ask', tightens: 'let fewer people ask', again: 'undid it' },
  incompatible: {
    weakens: 'removed an incompatibility rule',
    tightens: 'added an incompatibility rule',
    again: 'put it back',
  },
  visibility: {
    weakens: 'opened the catalogue to people outside',
    tightens: 'closed the catalogue to people outside',
    again: 'closed it again',
  },
} as const;

export type Control = keyof typeof controls;

export const controlNames = [
  'approval',
  'stages',
  'scope',
  'incompatible',
  'visibility',
] as const satisfies Control[];

/** How a policy that needs no approval from the start is said; what it loosens depends on those beside it. */
export const added = 'added a policy without approval';

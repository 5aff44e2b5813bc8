import type { AuditRecord } from '@/lib/audit/record';
import { generateSample } from '@/lib/source/sample/generate';
import { recordOf, records as samples } from '../audit/wrappers';
import { alex, approve, asks, bea, decides, ours } from './build';

/** What breaks SQL, patterns, quoting, case and direction, as reasons, names and comments. */
export const hostile = [
  "O'Brien said 'yes'",
  '100% of 50_000',
  '%_%',
  'back\\slash \\% \\_',
  'nul \u2400 here',
  '😀 👩🏽‍💻 zur Prüfung',
  'İSTANBUL Işık ΣΊΣΥΦΟΣ straße',
  'שלום \u202eםולש\u202c',
  "'; DROP TABLE requests; --",
  "' OR 1=1 --",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is hostile text, not a template.
  '$v0 :v0 ? {{x}} ${x}',
  'e\u0301le\u0300ve',
  '"quoted" and `ticked`',
];

/** The samples, a small made-up organisation, and a request for each hostile text. */
export function hostileRecords(): AuditRecord[] {
  const sample = generateSample({ requests: 60, until: '2026-08-20T00:00:00Z', days: 30, unrelated: 0 });
  return [
    ...samples(),
    ...[...sample].map((line) => recordOf(JSON.parse(line))),
    ...hostile.flatMap((text, place) => {
      const number = 100 + place;
      const who = { ...alex, id: `hostile-${place}`, name: text, upn: `${text}@contoso.example` };
      const said = { request: number, receiver: who, package: { id: `package-${place}`, name: text } };
      return [
        asks('08:00', { ...said, by: who, reason: text, details: [['Justification', `also ${text}`]] }),
        decides('approved', '09:00', { ...bea, name: text }, text, said),
        approve('09:01', bea, said),
      ];
    }),
    ours('Cancel access package assignment request', '5 08:00', alex, { request: 200, receiver: null }),
  ];
}

export type Language =
  | 'english'
  | 'portuguese'
  | 'polish'
  | 'german'
  | 'french'
  | 'spanish'
  | 'japanese'
  | 'hindi';

export interface Office {
  city: string;
  /** Minutes east of UTC in winter. */
  offset: number;
  /** True where clocks follow the European Union's summer time. */
  summerTime: boolean;
  /** Share of the organisation's people, in percent. */
  share: number;
  /** The language that people here write in when they do not write English. */
  language: Language;
  /** How often a justification from here is in that language. */
  native: number;
  /** The address that everybody in the office shares. */
  address: string;
  /** Public holidays with a fixed date, as month-day. */
  holidays: readonly string[];
}

export const offices: readonly Office[] = [
  {
    city: 'Dublin',
    offset: 0,
    summerTime: true,
    share: 26,
    language: 'english',
    native: 1,
    address: '203.0.113.10',
    holidays: ['01-01', '03-17', '12-25', '12-26'],
  },
  {
    city: 'Lisbon',
    offset: 0,
    summerTime: true,
    share: 17,
    language: 'portuguese',
    native: 0.55,
    address: '203.0.113.20',
    holidays: ['01-01', '04-25', '05-01', '06-10', '08-15', '10-05', '11-01', '12-01', '12-08', '12-25'],
  },
  {
    city: 'Warsaw',
    offset: 60,
    summerTime: true,
    share: 15,
    language: 'polish',
    native: 0.5,
    address: '203.0.113.30',
    holidays: ['01-01', '01-06', '05-01', '05-03', '08-15', '11-01', '11-11', '12-25', '12-26'],
  },
  {
    city: 'Bengaluru',
    offset: 330,
    summerTime: false,
    share: 16,
    language: 'hindi',
    native: 0.12,
    address: '198.51.100.10',
    holidays: ['01-26', '05-01', '08-15', '10-02', '11-01', '12-25'],
  },
  {
    city: 'São Paulo',
    offset: -180,
    summerTime: false,
    share: 10,
    language: 'portuguese',
    native: 0.8,
    address: '198.51.100.20',
    holidays: ['01-01', '04-21', '05-01', '07-09', '09-07', '10-12', '11-02', '11-15', '12-25'],
  },
  {
    city: 'Munich',
    offset: 60,
    summerTime: true,
    share: 6,
    language: 'german',
    native: 0.65,
    address: '198.51.100.30',
    holidays: ['01-01', '01-06', '05-01', '08-15', '10-03', '11-01', '12-25', '12-26'],
  },
  {
    city: 'Lyon',
    offset: 60,
    summerTime: true,
    share: 4,
    language: 'french',
    native: 0.7,
    address: '198.51.100.40',
    holidays: ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'],
  },
  {
    city: 'Madrid',
    offset: 60,
    summerTime: true,
    share: 4,
    language: 'spanish',
    native: 0.7,
    address: '198.51.100.50',
    holidays: ['01-01', '01-06', '05-01', '05-02', '08-15', '10-12', '11-01', '12-06', '12-08', '12-25'],
  },
  {
    city: 'Osaka',
    offset: 540,
    summerTime: false,
    share: 2,
    language: 'japanese',
    native: 0.75,
    address: '198.51.100.60',
    holidays: [
      '01-01',
      '01-02',
      '01-03',
      '02-11',
      '04-29',
      '05-03',
      '05-04',
      '05-05',
      '08-11',
      '11-03',
      '11-23',
    ],
  },
];

import type { Language } from '../offices';
import { english } from './english';
import { french } from './french';
import { german } from './german';
import { hindi } from './hindi';
import { japanese } from './japanese';
import type { Phrasebook } from './phrasebook';
import { polish } from './polish';
import { portuguese } from './portuguese';
import { spanish } from './spanish';

export const phrasebooks: Readonly<Record<Language, Phrasebook>> = {
  english,
  portuguese,
  polish,
  german,
  french,
  spanish,
  japanese,
  hindi,
};

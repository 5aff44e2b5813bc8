import type { Department } from './departments';

/** Somebody with a part in a story or a rare case. */
export interface Part {
  given: string;
  family: string;
  /** The name before the at sign; older accounts have the short form. */
  account: string;
  department: Department;
  office: string;
  /** True for people who ask for nothing outside their story. */
  apart: boolean;
}

function part(
  given: string,
  family: string,
  account: string,
  department: Department,
  office: string,
  apart = true,
): Part {
  return { given, family, account, department, office, apart };
}

export const cast = {
  ortega: part('Marta', 'Ortega', 'm.ortega', 'Finance', 'Lisbon'),
  kovacs: part('Dóra', 'Kovács', 'd.kovacs', 'Finance', 'Warsaw'),
  hale: part('Rowan', 'Hale', 'r.hale', 'Sales', 'Dublin'),
  brandt: part('Jonas', 'Brandt', 'j.brandt', 'Sales', 'Munich'),
  dacosta: part('Luís', 'da Costa', 'luis.dacosta', 'Platform', 'Lisbon'),
  nair: part('Sunil', 'Nair', 'sunil.nair', 'Platform', 'Bengaluru'),
  wilde: part('Harriet', 'Wilde', 'harriet.wilde', 'Customer Success', 'Dublin'),
  pawlak: part('Igor', 'Pawlak', 'igor.pawlak', 'Engineering', 'Warsaw'),
  farias: part('Yara', 'Farias', 'yara.farias', 'Data', 'São Paulo'),
  thakur: part('Tanvi', 'Thakur', 'tanvi.thakur', 'Customer Success', 'Bengaluru'),
  voss: part('Tobias', 'Voss', 't.voss', 'Platform', 'Munich'),
  quinlan: part('Ciara', 'Quinlan', 'c.quinlan', 'Workplace IT', 'Dublin'),
  stoica: part('Radu', 'Stoica', 'radu.stoica', 'Platform', 'Warsaw'),
  marchetti: part('Elisa', 'Marchetti', 'e.marchetti', 'Legal', 'Lyon'),
  ferro: part('Dario', 'Ferro', 'dario.ferro', 'Legal', 'Madrid'),
  okonkwo: part('Ifeoma', 'Okonkwo', 'i.okonkwo', 'Data', 'Dublin'),
  teles: part('Vera', 'Teles', 'vera.teles', 'Data', 'Lisbon'),
  aldous: part('Finn', 'Aldous', 'finn.aldous', 'Engineering', 'Dublin'),
  bogdan: part('Irina', 'Bogdan', 'irina.bogdan', 'Engineering', 'Warsaw'),
  lacroix: part('Noémie', 'Lacroix', 'n.lacroix', 'Sales', 'Lyon'),
  sandoval: part('Bastián', 'Sandoval', 'b.sandoval', 'Sales', 'Madrid'),
  smith: part('Jordan', 'Smith', 'j.smith', 'Platform', 'Dublin'),
  smithAdmin: part('Jordan', 'Smith (admin)', 'adm-jsmith', 'Platform', 'Dublin'),
  hofstetter: part('Ruth', 'Hofstetter', 'r.hofstetter', 'Data', 'Munich'),
  duarte: part('Sílvio', 'Duarte', 's.duarte', 'Data', 'São Paulo'),
  petrov: part('Anton', 'Petrov', 'anton.petrov', 'Sales', 'Warsaw'),
  lindqvist: part('Tove', 'Lindqvist', 't.lindqvist', 'Engineering', 'Munich'),
  brennan: part('Aoife', 'Brennan', 'a.brennan', 'Workplace IT', 'Dublin'),
  zielinska: part('Hanna', 'Zielińska', 'h.zielinska', 'Workplace IT', 'Warsaw'),
  wrona: part('Mateusz', 'Wrona', 'mateusz.wrona', 'Sales', 'Warsaw'),
  carvalho: part('Inês', 'Carvalho', 'ines.carvalho', 'Finance', 'Lisbon', false),
} as const satisfies Record<string, Part>;

export type CastName = keyof typeof cast;

import { type PartialDate, parsePartialDate } from '@panah/domain/dates/partial-date';
import { RuleBroken } from '@panah/domain/process/process';
import { PERSIAN_NAMES } from '@panah/domain/names/persian-names';
import type { SpokenLanguage } from '../clients/client.entity';
import type { Chance } from './chance';
import { isKnownPair } from './known-names';

/** A fictional person: two names put together by chance. The figures are invented for demonstration (model.md 8.2). */
export interface DrawnPerson {
  sex: 'F' | 'M';
  arab: string;
  latin: string;
  birth: PartialDate | null;
  country: string;
  languages: SpokenLanguage[];
  interpreterNeeded: boolean;
  literacy: string;
  maritalStatus: string;
}

interface NamePart {
  fa: string;
  latin: readonly string[];
}

const ofKind = (kind: string): readonly NamePart[] => PERSIAN_NAMES.filter((name) => name.kind === kind);
const GIVEN = { F: ofKind('given-f'), M: ofKind('given-m') };
const SURNAMES = ofKind('surname');

const COUNTRIES = { AL: 41, DE: 14, FR: 9, SE: 7, GB: 6, NO: 4, NL: 4, GR: 4, IT: 3, CA: 3, TR: 3 };
const HOST_LANGUAGE: Record<string, string> = { AL: 'sq', DE: 'de', FR: 'fr' };

/** @param today `YYYY-MM-DD`, so that nobody is born too late */
export function drawPerson(chance: Chance, today: string): DrawnPerson {
  const sex = chance.happens(0.41) ? 'F' : 'M';
  const { given, family } = drawNames(chance, sex);
  const country = chance.weighted(COUNTRIES);
  return {
    sex,
    arab: `${given.fa} ${family.fa}`,
    latin: `${chance.pick(given.latin)} ${chance.pick(family.latin)}`,
    birth: drawBirth(chance, today),
    country,
    languages: drawLanguages(chance, country),
    interpreterNeeded: chance.happens(0.64),
    literacy: chance.weighted({ FULL: 93, PARTIAL: 6, NONE: 1 }),
    maritalStatus: chance.weighted({
      SINGLE: 22,
      MARRIED: 20,
      SEPARATED_IMPOSED: 24,
      DIVORCED_IMPOSED: 14,
      DIVORCED: 9,
      WIDOWED: 7,
      UNKNOWN: 4,
    }),
  };
}

/** Half by how common a name is, half evenly, so that both crowds and rare names are there to be found. */
function drawNames(chance: Chance, sex: 'F' | 'M'): { given: NamePart; family: NamePart } {
  for (;;) {
    const given = drawPart(chance, GIVEN[sex]);
    const family = drawPart(chance, SURNAMES);
    if (!given.latin.some((one) => family.latin.some((other) => isKnownPair(one, other)))) return { given, family };
  }
}

function drawPart(chance: Chance, parts: readonly NamePart[]): NamePart {
  return chance.happens(0.5) ? (parts[chance.zipf(parts.length)] ?? chance.pick(parts)) : chance.pick(parts);
}

/** Said as people say it: a day, a month, a year (mostly of the solar calendar), about a year, between two, or not at all. */
function drawBirth(chance: Chance, today: string): PartialDate | null {
  const age = Math.round(chance.happens(0.77) ? chance.normal(58, 8, 42, 80) : chance.normal(37, 7, 22, 50));
  const year = Number(today.slice(0, 4)) - age;
  const [month, day] = [chance.between(1, 12), chance.between(1, 28)];
  const two = (n: number): string => String(n).padStart(2, '0');
  const jalali = year - 621;
  const kind = chance.weighted({ day: 46, month: 6, jalaliYear: 23, year: 11, about: 5, between: 4, unknown: 5 });
  if (kind === 'unknown') return null;
  const said = {
    day: `${year}-${two(month)}-${two(day)}`,
    month: `${jalali}-${two(month)}`,
    jalaliYear: String(jalali),
    year: String(year),
    about: `${year}~`,
    between: `${year - 1}/${year + 1}`,
  }[kind];
  return understood(said, kind === 'jalaliYear' || kind === 'month' ? 'JALALI' : 'GREGORIAN', today);
}

function understood(said: string, calendar: 'JALALI' | 'GREGORIAN', today: string): PartialDate | null {
  try {
    return parsePartialDate(said, { calendar, today, basis: 'SELF' });
  } catch (error) {
    if (error instanceof RuleBroken) return null;
    throw error;
  }
}

function drawLanguages(chance: Chance, country: string): SpokenLanguage[] {
  const languages: SpokenLanguage[] = [{ code: 'fa', level: 'NATIVE', speaks: true, reads: true }];
  const learnt = (code: string, share: number): void => {
    if (chance.happens(share) && !languages.some((known) => known.code === code))
      languages.push({ code, level: chance.weighted({ A1: 45, A2: 35, B1: 15, B2: 5 }), speaks: true, reads: chance.happens(0.7) });
  };
  learnt(HOST_LANGUAGE[country] ?? 'en', 0.6);
  learnt('ar', 0.24);
  learnt('en', 0.38);
  return languages;
}

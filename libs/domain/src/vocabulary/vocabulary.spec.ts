import * as audit from './audit';
import * as caseTeam from './case-team';
import * as cases from './cases';
import * as clients from './clients';
import * as consents from './consents';
import { type CodeList, codeList } from './code-list';
import { COUNTRIES, countryName } from './countries';
import * as duty from './duty';
import * as incidents from './incidents';
import * as documents from './documents';
import * as intake from './intake';
import { directionOf, LANGUAGES, languageName } from './languages';
import * as notes from './notes';
import * as partners from './partners';
import * as reasons from './reasons';
import * as risk from './risk';
import * as staff from './staff';

const lists: [string, CodeList<string>][] = Object.entries({
  audit,
  cases,
  caseTeam,
  clients,
  duty,
  incidents,
  documents,
  consents,
  intake,
  notes,
  partners,
  reasons,
  risk,
  staff,
}).flatMap(([capability, listsOfIt]) =>
  Object.entries(listsOfIt).map(([name, list]): [string, CodeList<string>] => [`${capability}.${name}`, list]),
);

describe('a code list', () => {
  const pets = codeList({ CAT: { en: 'Cat of {group}', fa: 'گربهٔ {group}' } });

  it('knows its own codes and no others', () => {
    expect(pets.has('CAT')).toBe(true);
    expect([pets.has('DOG'), pets.has(null), pets.has('toString')]).toEqual([false, false, false]);
  });

  it('says the group in the words the association chose', () => {
    expect(pets.label('CAT', 'en')).toBe('Cat of the group');
    expect(pets.label('CAT', 'fa', { en: 'the house', fa: 'خانه' })).toBe('گربهٔ خانه');
  });
});

describe.each(lists)('%s', (_name, list) => {
  it.each(['en', 'fa'] as const)('has a different, trimmed label for each code in %s', (language) => {
    const labels = list.codes.map((code) => list.label(code, language));
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect(label).toMatch(/^\S.*\S$/);
  });

  it('is written in Persian letters, not in Arabic look-alikes', () => {
    for (const code of list.codes) {
      expect(list.label(code, 'fa')).toMatch(/[آ-ی]/);
      expect(list.label(code, 'fa')).not.toMatch(/[كيى٠-٩]/);
    }
  });

  it('has codes that fit a column', () => {
    for (const code of list.codes) expect(code).toMatch(/^([A-Z][A-Z0-9_]*|[a-z][a-z_]*)$/);
  });
});

describe('the immediate screen and the information checklist', () => {
  it('asks eight questions and tells six things (model 2.5)', () => {
    expect([intake.immediateScreen.codes.length, intake.informationGiven.codes.length]).toEqual([8, 6]);
  });
});

describe('languages and countries', () => {
  it.each(['en', 'fa'] as const)('all have a name to read in %s', (reader) => {
    for (const code of LANGUAGES) expect(languageName(code, reader)).not.toBe(code);
    for (const code of COUNTRIES) expect(countryName(code, reader)).not.toBe(code);
  });

  it('stand in the lists once', () => {
    expect(new Set(LANGUAGES).size).toBe(LANGUAGES.length);
    expect(new Set(COUNTRIES).size).toBe(250);
  });

  it('are written from the side the script begins', () => {
    expect([directionOf('fa'), directionOf('sq')]).toEqual(['rtl', 'ltr']);
  });
});

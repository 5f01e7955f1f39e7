import { ACCESS, type Reach, REACHES, ROLES, WORDS, cell, recordClassOf } from './access-table';

const WIDTH: Record<Reach, number> = { none: 0, own: 1, addressed: 1, caseload: 2, office: 3, all: 4 };

/** The word that lets one see what another word acts on. */
const SEEN_BY: Record<string, string> = {
  enquiry: 'enquiry:read',
  case: 'case:read',
  client: 'client:read',
  partner: 'partner:read',
  claim: 'claim:read',
  deadline: 'deadline:read',
};

describe('the access table', () => {
  it('reads as reviewed (a change shows here, and in review)', () => {
    const table = WORDS.map(
      (word) =>
        `${word}: ${ROLES.filter((role) => cell(word, role) !== 'none')
          .map((role) => `${role} ${cell(word, role)}`)
          .join(', ')}`,
    );
    expect(table).toMatchSnapshot();
  });

  it.each(WORDS)('%s has one known reach for each of the nine roles', (word) => {
    expect(ACCESS[word]).toHaveLength(ROLES.length);
    for (const reach of ACCESS[word]) expect(REACHES).toContain(reach);
  });

  const opensClientData = WORDS.filter(
    (word) =>
      (recordClassOf(word) !== null && word !== 'audit:read' && word !== 'audit:verify') ||
      word.startsWith('enquiry:') ||
      word.startsWith('report:'),
  );

  it.each(opensClientData)('%s opens client data, so it never reaches the whole organisation', (word) => {
    for (const role of ROLES) expect(cell(word, role)).not.toBe('all');
  });

  it.each(opensClientData)('%s is closed to admin and auditor', (word) => {
    expect([cell(word, 'ADMIN'), cell(word, 'AUDITOR')]).toEqual(['none', 'none']);
  });

  it.each(Object.entries(SEEN_BY))('nobody acts on a %s further than they read it', (noun, read) => {
    for (const word of WORDS.filter((w) => w.startsWith(`${noun}:`) && w !== 'client:search'))
      for (const role of ROLES) expect(WIDTH[cell(word, role)]).toBeLessThanOrEqual(WIDTH[cell(read as keyof typeof ACCESS, role)]);
  });

  it('R-AC-10: a partner has no word but for their own account and what is addressed to them', () => {
    const open = WORDS.filter((word) => cell(word, 'PARTNER') !== 'none');
    for (const word of open) expect(word).toMatch(/^(session|account|inbox|inbox-key):/);
  });
});

import { classesFor } from './team-classes';

describe('what a member of a case team may open', () => {
  it('a caseworker reads notes, but never the legal team’s privileged ones', () => {
    expect(classesFor('CASEWORKER')).toEqual(expect.arrayContaining(['PERSON', 'CASE', 'NOTES', 'RESTRICTED_NOTES']));
    expect(classesFor('CASEWORKER')).not.toContain('LEGAL_NOTES');
  });

  it('a legal adviser reads the privileged ones', () => {
    expect(classesFor('LEGAL')).toContain('LEGAL_NOTES');
  });

  it('a housing officer reads no note', () => {
    expect(classesFor('HOUSING')).not.toContain('NOTES');
  });
});

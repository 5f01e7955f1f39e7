import './support/patience';
import { counted } from './support/counts';
import { AFTER, BEFORE } from './support/other-side';
import { apart, differences, type TwoRuns, twoRuns } from './support/two-runs';

jest.setTimeout(600_000); // everybody is told everything three times, in each of two runs

let runs: TwoRuns;
beforeAll(async () => {
  runs = await twoRuns();
});

const same = (what: string): void => {
  expect(runs.moved.behind[what]).not.toEqual([]);
  expect(runs.moved.ofTheClient[what]).toEqual([]);
  expect(differences(runs, what)).toEqual([]);
};
const toldOf = (what: string): string[] =>
  runs.quiet.filter(([, url]) => url === `/api/family-wishes/${runs.wishes[what]?.wish ?? ''}`).map(([, , answer]) => answer);

describe('R-FL-02, R-FL-03, R-FL-12: whatever the other side does, the client’s side is told and answered the same, to the byte', () => {
  it('and is told a great deal, of each wish too', () => {
    expect(runs.quiet.filter(([, , answer]) => answer.startsWith('200')).length).toBeGreaterThan(1000);
    expect(runs.quiet.some(([, url, answer]) => url === '/api/day' && answer.includes('FAMILY_ANSWER'))).toBe(true);
    for (const what of Object.keys(BEFORE))
      expect([what, toldOf(what)[0]]).toEqual([what, expect.stringContaining('"face":"IN_PROGRESS"')]);
    for (const what of Object.keys(AFTER)) expect([what, toldOf(what)[0]]).toEqual([what, expect.stringContaining('"face":"IN_CONTACT"')]);
  });

  it.each(Object.keys(BEFORE))('before a word was given: %s', same);

  it.each(Object.keys(AFTER))('after a word was given: %s', same);

  it('every list, count, task, search and summary of the log is the same over all of it', () => expect(differences(runs)).toEqual([]));
});

afterAll(() =>
  counted('Kept', {
    'answers to the client’s side compared with a run in which the other side did something else': runs.loud.length,
    'that differed': apart(runs).length,
  }),
);

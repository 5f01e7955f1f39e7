import { findLeaks } from './find-leaks';
import { HARMLESS } from './harmless-messages.spec-help';
import { HELD_NAMES, PLANTED } from './planted-leaks.spec-help';

const parted = (marked: string): { text: string; from: number; to: number } => ({
  text: marked.replace(/[⟦⟧]/g, ''),
  from: marked.indexOf('⟦'),
  to: marked.indexOf('⟧') - 1,
});

describe('R-FL-09: what a message between relatives may tell', () => {
  it('is tried with more than 150 planted leaks', () => expect(PLANTED.length).toBeGreaterThanOrEqual(150));

  it.each(PLANTED)('%s is found in: %s', (kind, marked) => {
    const { text, from, to } = parted(marked);
    const found = findLeaks(text, { names: HELD_NAMES });
    expect(
      found.filter((leak) => leak.start < to && leak.end > from).map((leak) => [leak.kind, text.slice(leak.start, leak.end)]),
    ).toContainEqual([kind, text.slice(from, to)]);
  });
});

describe('harmless messages', () => {
  const flagged = HARMLESS.map((text) =>
    findLeaks(text, { names: HELD_NAMES }).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`),
  ).filter(({ length }) => length > 0);

  it('are tried by the hundred and fifty', () => expect(HARMLESS.length).toBeGreaterThanOrEqual(150));

  it('are highlighted in fewer than one of ten', () => {
    expect([flagged.length < HARMLESS.length / 10, flagged]).toEqual([true, flagged]);
  });
});

import fc from 'fast-check';
import { findLeaks } from './find-leaks';
import { HARMLESS } from './harmless-messages.spec-help';
import { HELD_NAMES, PLANTED } from './planted-leaks.spec-help';

const names = HELD_NAMES;
const plainOf = (marked: string): string => marked.replace(/[⟦⟧]/g, '');
const SCRIPTS = ['0123456789', '۰۱۲۳۴۵۶۷۸۹', '٠١٢٣٤٥٦٧٨٩', '०१२३४५६७८९', '０１２３４５６７８９'];
const inScript = (text: string, digits: string): string => text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
const digit = fc.integer({ min: 0, max: 9 });
const gap = fc.constantFrom('', '', ' ', '-', '.', ' - ', '/', '\u200b', '\u2009');
const telephone = fc
  .tuple(fc.constantFrom('0', '+4', '00'), fc.array(fc.tuple(gap, digit), { minLength: 7, maxLength: 11 }))
  .map(([lead, rest]) => lead + rest.map(([between, one]) => between + String(one)).join(''));

describe('a leak that is found', () => {
  it('lies inside the text, in order, over no other', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(...HARMLESS),
            fc.constantFrom(...PLANTED.map(([, marked]) => plainOf(marked))),
            fc.string({ unit: 'binary' }),
          ),
          { maxLength: 6 },
        ),
        (parts) => {
          const text = parts.join(' ');
          let before = 0;
          for (const { start, end } of findLeaks(text, { names })) {
            expect(start).toBeGreaterThanOrEqual(before);
            expect(end).toBeGreaterThan(start);
            before = end;
          }
          expect(before).toBeLessThanOrEqual(text.length);
        },
      ),
    ));

  it('points at what matched: found in the message alone, it is found in the same place of a longer one', () =>
    fc.assert(
      fc.property(fc.constantFrom(...PLANTED), fc.constantFrom(...HARMLESS), ([kind, marked], message) => {
        const text = `${message}\n\n${plainOf(marked)}`;
        const at = message.length + 2;
        const [from, to] = [at + marked.indexOf('⟦'), at + marked.indexOf('⟧') - 1];
        expect(findLeaks(text, { names }).map((leak) => [leak.kind, leak.start, leak.end])).toContainEqual([kind, from, to]);
      }),
    ));

  it('is the same in the digits of every script', () =>
    fc.assert(
      fc.property(fc.constantFrom(...PLANTED), fc.constantFrom(...SCRIPTS), ([, marked], digits) => {
        const text = plainOf(marked).replace(/[۰-۹٠-٩]/g, (one) => String((one.codePointAt(0) ?? 0) % 16));
        expect(findLeaks(inScript(text, digits), { names })).toEqual(findLeaks(text, { names }));
      }),
    ));

  it('is a telephone number, wherever in a harmless message somebody writes one', () =>
    fc.assert(
      fc.property(fc.constantFrom(...HARMLESS), fc.nat(), telephone, fc.constantFrom(...SCRIPTS), (message, place, number, digits) => {
        const blanks = [...message.matchAll(/ /g)].map(({ index }) => index);
        const at = blanks[place % blanks.length] ?? 0;
        const written = inScript(number, digits);
        const text = `${message.slice(0, at)} ${written}${message.slice(at)}`;
        const found = findLeaks(text, { names }).filter(({ start, end }) => start < at + 1 + written.length && end > at + 1);
        expect(found.length).toBeGreaterThan(0);
        expect(found.reduce((sum, { start, end }) => sum + end - start, 0)).toBeGreaterThanOrEqual(written.length / 2);
      }),
      { numRuns: 500 },
    ));
});

describe('a text made to keep the reader busy', () => {
  const MUCH = 100_000;
  const filled = (part: string): string => part.repeat(Math.ceil(MUCH / part.length)).slice(0, MUCH);

  it.each([
    'a',
    'A',
    '0',
    '@',
    '.',
    ' ',
    '-',
    '1.',
    '1:',
    'a@',
    'a.',
    'a@a.',
    'http://',
    'www.',
    '0 ',
    'one ',
    'zero-',
    'a b ',
    'at dot ',
    'name at host dot ',
    '(((',
    '1/',
    '12.5',
    '\u0301',
    '\u200c',
    'ا\u200c',
    'آل',
    'ولل',
    'hundert',
    'von ',
    'Rue de la ',
    'May ',
    'DE00',
    '🇩',
    '﷽',
    'é',
    'x-',
    '\n',
    '٫',
    '۱',
    'Mina',
    'مینا ',
    'Frankfurt am ',
    'سه ',
  ])('of %j is read to its end', (part) => {
    const text = filled(part);
    for (const { start, end } of findLeaks(text, { names })) expect([start >= 0, end <= text.length]).toEqual([true, true]);
  });

  it('is looked at no more often when it grows: twice the message has twice the leaks', () => {
    const once = `${HARMLESS.join('\n')}\n${PLANTED.map(([, marked]) => plainOf(marked)).join('\n\n')}\n\n`;
    const count = findLeaks(once, { names }).length;
    expect(count).toBeGreaterThan(150);
    expect(findLeaks(once + once, { names }).length).toBe(2 * count);
  });
});

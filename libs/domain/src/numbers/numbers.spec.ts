import fc from 'fast-check';
import { RuleBroken } from '../process/process';
import { caseRefFrom, parseCaseRef } from './case-ref';
import { latinDigits, persianDigits } from './digits';
import { nationalNumberWarning } from './national-number';

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bytesOf = (body: string) => Uint8Array.from(body, (symbol) => SYMBOLS.indexOf(symbol));
const anyRef = fc.uint8Array({ minLength: 6, maxLength: 6 }).map(caseRefFrom);

describe('case references (model.md C.4)', () => {
  it.each([
    ['7K3QX9', '7K3QX9-H'],
    ['0A1B2C', '0A1B2C-V'],
    ['ZZZZZZ', 'ZZZZZZ-6'],
    ['M4T8RW', 'M4T8RW-9'],
  ])('%s is shown as %s', (body, ref) => {
    expect(caseRefFrom(bytesOf(body))).toBe(ref);
  });

  it.each([
    ['7k3qx9h', '7K3QX9-H'],
    [' 7K3QX9 – H ', '7K3QX9-H'],
    ['oaib2c-v', '0A1B2C-V'],
    ['OAlB2C-V', '0A1B2C-V'],
    ['۷K۳QX۹-H', '7K3QX9-H'],
  ])('"%s" is read as %s', (typed, ref) => {
    expect(parseCaseRef(typed)).toBe(ref);
  });

  it.each(['', '7K3QX9', '7K3QX9-J', '7K3QX9-HH', 'UUUUUU-U', '../../etc'])('"%s" is no reference', (typed) => {
    expect(parseCaseRef(typed)).toBeNull();
  });

  it('five bytes are not enough', () => {
    expect(() => caseRefFrom(new Uint8Array(5))).toThrow(new RuleBroken('not-enough-randomness'));
  });

  it('each reference is read back', () => {
    fc.assert(fc.property(anyRef, (ref) => expect(parseCaseRef(ref.toLowerCase())).toBe(ref)));
  });

  it('one wrong symbol is always noticed', () => {
    fc.assert(
      fc.property(anyRef, fc.nat(5), fc.integer({ min: 1, max: 31 }), (ref, at, shift) => {
        const wrong = SYMBOLS[(SYMBOLS.indexOf(ref.charAt(at)) + shift) % 32] ?? '';
        expect(parseCaseRef(ref.slice(0, at) + wrong + ref.slice(at + 1))).toBeNull();
      }),
    );
  });
});

describe('Iranian national numbers (model.md C.5)', () => {
  it.each([
    ['1234567891', null],
    ['0000000019', null],
    ['۱۲۳۴۵۶۷۸۹۱', null],
    ['123-456789-1', null],
    ['1234567890', 'check-digit'],
    ['1111111111', 'ten-equal-digits'],
    ['123456789', 'not-ten-digits'],
    ['12345678x1', 'not-ten-digits'],
  ])('%s: %s', (number, warning) => {
    expect(nationalNumberWarning(number)).toBe(warning);
  });
});

describe('digits', () => {
  it('of Persian and Arabic keyboards are the same numbers', () => {
    expect([latinDigits('۱۳۶۲/٠٧/٠٩'), persianDigits('1362')]).toEqual(['1362/07/09', '۱۳۶۲']);
  });
});

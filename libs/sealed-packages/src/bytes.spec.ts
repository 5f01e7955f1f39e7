import fc from 'fast-check';
import { fromBase64Url, listed, sameBytes, toBase64Url } from './bytes';

describe('bytes', () => {
  it('travel as base64url and come back as they were', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
      }),
    );
  });

  it.each(['A', 'AB', 'AA=', 'A+', 'A/', ' AAA', 'AAAA\n'])('are not read from %j, which nobody wrote', (text) => {
    expect(() => fromBase64Url(text)).toThrow();
  });

  it('of two lists of texts are equal only when the lists are', () => {
    const texts = fc.array(fc.string(), { maxLength: 4 });
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        expect(sameBytes(listed(...one), listed(...other))).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });
});

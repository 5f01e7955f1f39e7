import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { fingerprintOf } from './fingerprint';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('the fingerprint of a key', () => {
  it('is six groups of five digits that anybody can work out from the key', () => {
    const publicKey = new Uint8Array(32).fill(7);
    const hash = createHash('sha256').update('fingerprint/1').update(publicKey).digest();
    const groups = [0, 5, 10, 15, 20, 25].map((at) => String(hash.readUIntBE(at, 5) % 100_000).padStart(5, '0'));
    expect(fingerprintOf(publicKey)).toBe(groups.join(' '));
  });

  it('is another for each key', () => {
    fc.assert(
      fc.property(key, fc.nat(255), (publicKey, bit) => {
        const other = Uint8Array.from(publicKey, (byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
        const [one, two] = [fingerprintOf(publicKey), fingerprintOf(other)];
        expect(one).toMatch(/^\d{5}( \d{5}){5}$/);
        expect(two).not.toBe(one);
      }),
      { seed: 6 },
    );
  });
});

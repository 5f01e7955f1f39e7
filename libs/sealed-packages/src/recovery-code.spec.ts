import fc from 'fast-check';
import { newRecoverySecret, printedCode, readCode } from './recovery-code';

const secret = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe('a printed recovery code', () => {
  it('holds 128 bits, in seven groups of four', () => {
    expect(newRecoverySecret().length).toBe(16);
    expect(newRecoverySecret()).not.toEqual(newRecoverySecret());
    expect(printedCode(newRecoverySecret())).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}$/);
  });

  it('is read as people copy it', () => {
    fc.assert(
      fc.property(secret, (bytes) => {
        const code = printedCode(bytes);
        const copied = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
        expect(readCode(code)).toEqual(bytes);
        expect(readCode(` ${copied} `)).toEqual(bytes);
      }),
      { seed: 6 },
    );
  });

  it('is refused when it is too short, too long or holds what no code holds', () => {
    const code = printedCode(new Uint8Array(16).fill(9));
    for (const wrong of ['', code.slice(0, -1), `${code}0`, code.replace(/^./, 'U'), code.replace(/^./, '*')])
      expect(readCode(wrong)).toBeNull();
  });

  it('is refused for nearly every slip of the pen: a wrong symbol, two that changed places', () => {
    const code = printedCode(Uint8Array.from({ length: 16 }, (_, at) => at * 11)).replaceAll('-', '');
    const slips = Array.from(code, (symbol, at) => code.slice(0, at) + (symbol === '7' ? '8' : '7') + code.slice(at + 1));
    const turned = Array.from(code.slice(1), (symbol, at) => code.slice(0, at) + symbol + (code[at] ?? '') + code.slice(at + 2));
    const wrong = [...slips, ...turned.filter((text) => text !== code)];
    expect(wrong.length).toBeGreaterThan(50);
    expect(wrong.filter((text) => readCode(text) !== null)).toEqual([]);
  });
});

import fc from 'fast-check';
import { refusal } from '../process/refusal.spec-help';
import { relatedPersonContext, verificationLevel } from '../vocabulary/family';
import { assertVerified, isVerified, levelFrom, needsSecondVerifier, type VerificationCard } from './verification.rules';

const card = (byId: string, level: VerificationCard['level'], context: VerificationCard['context'] = 'OTHER_STATE'): VerificationCard => ({
  byId,
  level,
  context,
});

describe('whether it is the person', () => {
  it('R-FL-05: nobody is approached below V2', () => {
    expect(refusal(() => assertVerified('V1', 'IN_GROUP')).facts).toEqual({ level: 'V1', needs: 'V2', secondVerifier: true });
    expect(() => assertVerified('V2', 'IN_GROUP')).not.toThrow();
    expect(levelFrom([card('ada', 'V1'), card('ada', 'V3')], 'OTHER_STATE', 'ada')).toBe('V3');
  });

  it('R-FL-05: in the group or the state of origin a second person looks, and not only the one who found them', () => {
    for (const context of ['IN_GROUP', 'HOME_STATE'] as const) {
      expect(levelFrom([card('ada', 'V4', context)], context, 'ada')).toBe('V0');
      expect(levelFrom([card('ada', 'V2', context), card('ada', 'V3', context)], context, null)).toBe('V0');
      expect(levelFrom([card('ada', 'V3', context), card('bea', 'V2', context)], context, 'ada')).toBe('V2');
      expect(levelFrom([card('ada', 'V1', context), card('bea', 'V3', context)], context, 'ada')).toBe('V1');
    }
  });

  it('R-FL-05: what was checked under other circumstances is checked again', () => {
    const cards = [card('ada', 'V3', 'DIASPORA_FREE')];
    expect(levelFrom(cards, 'DIASPORA_FREE', 'ada')).toBe('V3');
    expect(levelFrom(cards, 'HOME_STATE', 'ada')).toBe('V0');
  });

  it('never says more than a card did, never counts one person for two, and another card never takes away', () => {
    const cards = fc.array(
      fc.record({
        byId: fc.constantFrom('ada', 'bea', 'cem'),
        level: fc.constantFrom(...verificationLevel.codes),
        context: fc.constantFrom(...relatedPersonContext.codes),
      }),
    );
    fc.assert(
      fc.property(
        cards,
        fc.constantFrom(...relatedPersonContext.codes),
        fc.constantFrom('ada', null),
        fc.nat(),
        (all, context, locator, at) => {
          const level = levelFrom(all, context, locator);
          const here = all.filter((one) => one.context === context && one.level >= 'V2');
          if (isVerified(level))
            expect(new Set(here.map(({ byId }) => byId)).size).toBeGreaterThanOrEqual(needsSecondVerifier(context) ? 2 : 1);
          const fewer = all.filter((_, index) => index !== at % Math.max(1, all.length));
          expect(levelFrom(fewer, context, locator) <= level).toBe(true);
        },
      ),
    );
  });
});

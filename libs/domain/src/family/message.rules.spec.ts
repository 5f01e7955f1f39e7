import fc from 'fast-check';
import { actionsFrom, RuleBroken } from '../process/process';
import { familyLinkProcess, type FamilyLinkState } from './family-link.process';
import { familyMessageProcess, type FamilyMessageState } from './family-message.process';
import {
  assertAllSeen,
  assertDelivery,
  assertMessageStep,
  assertTranslator,
  LINK_CARRIES,
  messageActions,
  messagePart,
  type MessageStanding,
} from './message.rules';

const people = ['writer', 'reviewer', 'translator', 'officer', 'stranger'] as const;
const standing = fc.record({
  state: fc.constantFrom(...(Object.keys(familyMessageProcess.states) as FamilyMessageState[])),
  linkState: fc.constantFrom(...(Object.keys(familyLinkProcess.states) as FamilyLinkState[])),
  writerId: fc.constant('writer'),
  reviewerId: fc.constantFrom(null, 'reviewer'),
  passed: fc.boolean(),
  translatorId: fc.constantFrom(null, 'translator'),
  translated: fc.boolean(),
  rejectAsked: fc.boolean(),
});
const reader = fc.record({ id: fc.constantFrom(...people), officer: fc.boolean() });
const message = (more: Partial<MessageStanding>): MessageStanding => ({
  state: 'IN_REVIEW',
  linkState: 'MEDIATED',
  writerId: 'writer',
  reviewerId: 'reviewer',
  passed: false,
  translatorId: null,
  translated: false,
  rejectAsked: false,
  ...more,
});

describe('who may do what with a message', () => {
  it('whoever looked it over and let it pass is asked no more; an officer of the link is', () => {
    const reviewer = { id: 'reviewer', officer: false };
    expect(messagePart(message({}), reviewer)).toBe('REVIEW');
    expect(messagePart(message({ passed: true }), reviewer)).toBe('NONE');
    expect(messageActions(message({ passed: true }), reviewer)).toContain('return');
    expect(messagePart(message({ passed: true }), { id: 'officer', officer: true })).toBe('APPROVE');
  });

  it('R-FL-08: whoever wrote it neither looks it over, nor translates it, nor lets it go, wherever it stands', () => {
    fc.assert(
      fc.property(standing, fc.boolean(), (asked, officer) => {
        const open = messageActions(asked, { id: 'writer', officer });
        expect(
          open.filter((action) =>
            ['review', 'return', 'translate', 'translated', 'approve', 'approve_again', 'ask-rejection'].includes(action),
          ),
        ).toEqual([]);
      }),
    );
  });

  it('R-FL-08: nobody writes in it but the one who wrote it, and only while it is theirs', () => {
    fc.assert(
      fc.property(standing, reader, (asked, who) => {
        const open = messageActions(asked, who);
        if (open.includes('write')) expect([who.id, ['DRAFT', 'RETURNED'].includes(asked.state)]).toEqual(['writer', true]);
      }),
    );
  });

  it('whoever translated it does not let it go; nobody releases it', () => {
    fc.assert(
      fc.property(standing, reader, (asked, who) => {
        const open = messageActions(asked, who);
        expect(open).not.toContain('release');
        if (who.id === 'translator' && asked.translatorId) expect(open).not.toContain('approve');
      }),
    );
  });

  it('R-FL-11: it is handed over, and looked over once more, only while the link carries messages', () => {
    fc.assert(
      fc.property(standing, reader, (asked, who) => {
        const open = messageActions(asked, who);
        if (open.includes('deliver') || open.includes('approve_again')) expect(LINK_CARRIES).toContain(asked.linkState);
      }),
    );
  });

  it('what is open is a step of the drawing, or none at all', () => {
    const besides = ['write', 'ask-rejection', 'translated'];
    fc.assert(
      fc.property(standing, reader, (asked, who) => {
        const drawn = [
          ...(actionsFrom(familyMessageProcess, asked.state) as string[]),
          ...(asked.state === 'TRANSLATION' ? ['approve'] : []),
        ];
        expect(messageActions(asked, who).filter((action) => !besides.includes(action) && !drawn.includes(action))).toEqual([]);
        expect(['WRITE', 'REVIEW', 'TRANSLATE', 'APPROVE', 'HELD', 'DELIVER', 'NONE']).toContain(messagePart(asked, who));
      }),
    );
  });

  it('says by name that it is their own', () => {
    const refusal = (act: () => void): string => {
      try {
        act();
        return 'open';
      } catch (error) {
        return (error as RuleBroken).code;
      }
    };
    const officer = { id: 'writer', officer: true };
    expect(refusal(() => assertMessageStep(message({ state: 'SUBMITTED' }), officer, 'review'))).toBe('message-own');
    expect(refusal(() => assertMessageStep(message({ state: 'SUBMITTED' }), { id: 'reviewer', officer: false }, 'review'))).toBe('open');
    expect(refusal(() => assertMessageStep(message({ state: 'DELIVERED' }), officer, 'review'))).toBe('not-open');
    expect(refusal(() => assertMessageStep(message({ state: 'DRAFT', linkState: 'PAUSED' }), officer, 'submit'))).toBe(
      'message-link-state',
    );
  });
});

describe('what is asked before it goes', () => {
  it('R-FL-09: each finding was looked at', () => {
    expect(() => assertAllSeen(['a', 'b'], ['a'])).toThrow(RuleBroken);
    expect(() => assertAllSeen(['a', 'b'], ['b', 'a', 'c'])).not.toThrow();
  });

  it('R-FL-08: a third person translates, into another language', () => {
    const written = { writerId: 'writer', reviewerId: 'reviewer', language: 'fa' };
    for (const [who, language] of [
      ['writer', 'sq'],
      ['reviewer', 'sq'],
      ['third', 'fa'],
    ] as const)
      expect(() => assertTranslator(written, who, language)).toThrow('message-translator');
    expect(() => assertTranslator(written, 'third', 'sq')).not.toThrow();
  });

  it('a delivery lies between the release and now', () => {
    expect(() => assertDelivery(50, 100, 200)).toThrow('message-delivery-moment');
    expect(() => assertDelivery(200_000, 100, 200)).toThrow('message-delivery-moment');
    expect(() => assertDelivery(150, 100, 200)).not.toThrow();
  });
});

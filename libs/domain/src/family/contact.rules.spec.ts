import fc from 'fast-check';
import { wholeScope } from '../consents/purposes';
import { refusal } from '../process/refusal.spec-help';
import { type ConsentScope } from '../vocabulary/consents';
import { contactStep, type LinkSide } from '../vocabulary/family';
import {
  assertCheckIn,
  assertContact,
  assertDirect,
  assertMayCallOff,
  assertMediation,
  checkInDue,
  coolingUntil,
  followUpDays,
} from './contact.rules';
import { assertBothConsented, assertLadder, type Ground, groundToTell, ladderBetween } from './grounds';

const HOUR = 3_600_000;
const now = Date.parse('2026-03-10T09:00:00Z');
const yes = (side: LinkSide, purpose: string, scope: ConsentScope[] = [], state = 'ACTIVE'): Ground => ({
  id: `${side} ${purpose}`,
  side,
  purpose,
  state,
  scope: purpose === 'C09_DISCLOSE_REL' ? wholeScope(purpose, scope) : scope,
});
const both = (purpose: string, ...scope: ConsentScope[]): Ground[] => [yes('CLIENT', purpose, scope), yes('RELATIVE', purpose, scope)];

describe('what rests on the yes of both', () => {
  const agreed = [
    yes('RELATIVE', 'C22_RELATIVE_DATA'),
    yes('RELATIVE', 'C09_DISCLOSE_REL', ['ALIVE_ONLY']),
    yes('CLIENT', 'C08_TRACING'),
    yes('CLIENT', 'C09_DISCLOSE_REL', ['ALIVE_ONLY']),
  ];

  it('both have agreed when each of four words stands, and not when one of them does not', () => {
    expect(() => assertBothConsented(agreed)).not.toThrow();
    for (const missing of agreed) {
      expect(() => assertBothConsented(agreed.filter((ground) => ground !== missing))).toThrow();
      expect(() =>
        assertBothConsented(agreed.map((ground) => (ground === missing ? { ...ground, state: 'WITHDRAWN' } : ground))),
      ).toThrow();
    }
    const nothing = agreed.map((ground) =>
      ground.side === 'RELATIVE' && ground.purpose === 'C09_DISCLOSE_REL' ? { ...ground, scope: ['NOTHING'] } : ground,
    );
    expect(refusal(() => assertBothConsented(nothing)).code).toBe('telling-not-allowed');
  });

  it('R-FL-04: one side is told of the other only what that other allowed', () => {
    const grounds = [yes('RELATIVE', 'C09_DISCLOSE_REL', ['MEETING']), yes('CLIENT', 'C09_DISCLOSE_REL', ['ALIVE_ONLY', 'COUNTRY'])];
    expect(groundToTell(grounds, 'RELATIVE', 'COUNTRY').side).toBe('CLIENT');
    expect(refusal(() => groundToTell(grounds, 'CLIENT', 'COUNTRY')).facts).toEqual({ about: 'RELATIVE', what: 'COUNTRY' });
    expect(refusal(() => groundToTell(grounds, 'CLIENT', 'CONTACT_DETAILS')).code).toBe('telling-not-allowed');
    expect(ladderBetween(grounds)).toBe('ALIVE_ONLY');
    expect(refusal(() => assertLadder(grounds, 'ONE_MESSAGE')).code).toBe('family-ladder-too-low');
  });

  it('messages begin with both, after a preparation, and once the client heard that no answer can mean anything', () => {
    const ready = {
      grounds: [...both('C10_MESSAGES'), ...both('C09_DISCLOSE_REL', 'MEDIATED')],
      preparedOn: '2026-03-09',
      today: '2026-03-10',
      warned: true,
    };
    expect(() => assertMediation(ready)).not.toThrow();
    expect(refusal(() => assertMediation({ ...ready, warned: false })).code).toBe('client-not-warned');
    expect(refusal(() => assertMediation({ ...ready, preparedOn: '2026-03-11' })).code).toBe('not-prepared');
    expect(refusal(() => assertMediation({ ...ready, grounds: ready.grounds.slice(1) })).facts).toEqual({
      side: 'CLIENT',
      purpose: 'C10_MESSAGES',
    });
  });
});

describe('speaking and meeting', () => {
  const direct = { grounds: both('C11_DIRECT', 'CALL'), clientLevel: 'MEDIUM', relativeLevel: 'LOW', toClient: 1, toRelative: 1 } as const;
  const grounds = [...both('C11_DIRECT', 'CALL'), ...both('C09_DISCLOSE_REL', 'CALL')];
  const call = { state: 'DIRECT', step: 'SUPPORTED_CALL', at: now, now, coolingUntil: now, grounds } as const;

  it('is agreed on with the yes of both, without high risk, and after a message each way that nobody may skip', () => {
    expect(() => assertDirect(direct)).not.toThrow();
    expect(refusal(() => assertDirect({ ...direct, toRelative: 0 })).code).toBe('no-message-each-way');
    expect(refusal(() => assertDirect({ ...direct, toClient: 0 })).code).toBe('no-message-each-way');
    expect(refusal(() => assertDirect({ ...direct, clientLevel: 'HIGH' })).facts).toEqual({ side: 'CLIENT' });
    expect(refusal(() => assertDirect({ ...direct, relativeLevel: 'IMMINENT' })).facts).toEqual({ side: 'RELATIVE' });
    expect(refusal(() => assertDirect({ ...direct, grounds: grounds.slice(1, 2) })).facts).toEqual({
      side: 'CLIENT',
      purpose: 'C11_DIRECT',
    });
  });

  it('waits 72 hours, also where the call is noted today for later', () => {
    expect(coolingUntil(0)).toBe(72 * HOUR);
    expect(() => assertContact(call)).not.toThrow();
    expect(refusal(() => assertContact({ ...call, coolingUntil: now + 1, at: now + 9 * HOUR })).code).toBe('cooling-off');
    expect(refusal(() => assertContact({ ...call, at: now - 1 })).code).toBe('cooling-off');
    expect(refusal(() => assertContact({ ...call, coolingUntil: null })).code).toBe('cooling-off');
    expect(() => assertContact({ ...call, step: 'PREP_SESSION', coolingUntil: null, grounds: [] })).not.toThrow();
  });

  it('R-FL-04: a call stands neither for a meeting nor for the number', () => {
    expect(refusal(() => assertContact({ ...call, step: 'SUPPORTED_MEETING' })).facts).toEqual({ side: 'CLIENT', what: 'MEETING' });
    const meeting = [...both('C11_DIRECT', 'MEETING'), ...both('C09_DISCLOSE_REL', 'MEETING')];
    expect(() => assertContact({ ...call, step: 'SUPPORTED_MEETING', grounds: meeting })).not.toThrow();
    expect(refusal(() => assertContact({ ...call, step: 'DIRECT_CONTACT', grounds: meeting })).facts).toMatchObject({
      what: 'CONTACT_DETAILS',
    });
    const number = [...both('C11_DIRECT', 'CONTACT_DETAILS'), ...both('C09_DISCLOSE_REL', 'CONTACT_DETAILS')];
    expect(() => assertContact({ ...call, step: 'DIRECT_CONTACT', grounds: number })).not.toThrow();
    expect(refusal(() => assertContact({ ...call, step: 'MESSAGE_OUT' })).code).toBe('contact-step-not-here');
    expect(refusal(() => assertContact({ ...call, state: 'MEDIATED' })).code).toBe('contact-step-not-here');
  });

  it('never notes anything between two people that one of them has not said yes to', () => {
    const scope = fc.subarray<ConsentScope>(['CALL', 'MEETING', 'CONTACT_DETAILS']);
    const any = fc.record({ client: scope, relative: scope, step: fc.constantFrom(...contactStep.codes) });
    fc.assert(
      fc.property(any, ({ client, relative, step }) => {
        const given = [
          yes('CLIENT', 'C11_DIRECT', client),
          yes('RELATIVE', 'C11_DIRECT', relative),
          ...both('C09_DISCLOSE_REL', 'MEETING', 'CONTACT_DETAILS'),
        ];
        const needed = {
          SUPPORTED_CALL: ['CALL', 'MEETING'],
          SUPPORTED_VIDEO: ['CALL', 'MEETING'],
          SUPPORTED_MEETING: ['MEETING'],
          DIRECT_CONTACT: ['CONTACT_DETAILS'],
        }[step as string];
        const stands = (said: readonly string[]): boolean => needed?.some((one) => said.includes(one)) ?? true;
        const noted = ((): boolean => {
          try {
            assertContact({ ...call, step, grounds: given });
            return true;
          } catch {
            return false;
          }
        })();
        if (noted) expect(stands(client) && stands(relative)).toBe(true);
      }),
    );
  });

  it('R-FL-18: each side is asked once how it was, within 72 hours, and not before it was', () => {
    const held = { at: now, calledOff: false, effect: null };
    expect(checkInDue(now)).toBe(now + 72 * HOUR);
    expect(() => assertCheckIn(held, now)).not.toThrow();
    expect(refusal(() => assertCheckIn({ ...held, at: now + 1 }, now)).code).toBe('contact-not-yet');
    expect(refusal(() => assertCheckIn({ ...held, effect: 'GOOD' }, now)).code).toBe('already-asked');
    expect(refusal(() => assertCheckIn({ ...held, calledOff: true }, now)).code).toBe('contact-called-off');
  });

  it('calls off what is still to come', () => {
    expect(() => assertMayCallOff({ at: now + 1, calledOff: false }, now)).not.toThrow();
    expect(refusal(() => assertMayCallOff({ at: now, calledOff: false }, now)).code).toBe('contact-over');
    expect(refusal(() => assertMayCallOff({ at: now + 1, calledOff: true }, now)).code).toBe('contact-called-off');
  });

  it('asks again after two weeks, three and six months; after direct contact after one and three', () => {
    expect(followUpDays('REUNITED', '2026-11-30')).toEqual(['2026-12-14', '2027-02-28', '2027-05-30']);
    expect(followUpDays('DIRECT', '2026-11-30')).toEqual(['2026-12-30', '2027-02-28']);
    expect(followUpDays('FATE_KNOWN', '2026-11-30')).toEqual(['2026-12-14']);
  });
});

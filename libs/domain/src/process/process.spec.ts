import fc from 'fast-check';
import { actionsFrom, defineProcess, Drawing, move, RuleBroken } from './process';

const letter = defineProcess('DRAFT', {
  DRAFT: { send: 'SENT', discard: 'DISCARDED' },
  SENT: { answer: 'ANSWERED' },
  ANSWERED: {},
  DISCARDED: {},
});

describe('a process', () => {
  it('offers the events of the state it is in', () => {
    expect(actionsFrom(letter, 'DRAFT')).toEqual(['send', 'discard']);
    expect(actionsFrom(letter, 'ANSWERED')).toEqual([]);
  });

  it('moves along an event', () => {
    expect(move(letter, 'DRAFT', 'send')).toBe('SENT');
  });

  it('says what is open when an event is not', () => {
    const attempt = () => move(letter, 'SENT', 'send');
    expect(attempt).toThrow(RuleBroken);
    expect(attempt).toThrow(expect.objectContaining({ code: 'not-open', facts: { state: 'SENT', action: 'send', open: ['answer'] } }));
  });

  it('is refused when a state cannot be reached', () => {
    expect(() => defineProcess('OPEN', { OPEN: { shut: 'SHUT' }, SHUT: {}, LOST: { find: 'OPEN' } })).toThrow('No event leads to LOST.');
  });

  it('is refused when an event leads nowhere', () => {
    const drawn: Drawing = { OPEN: { shut: 'SHUTT' } };
    expect(() => defineProcess('OPEN', drawn)).toThrow('There is no state SHUTT.');
  });

  it('knows no event that only every object has', () => {
    expect(() => move(letter, 'DRAFT', 'constructor' as never)).toThrow(RuleBroken);
  });

  it('never leaves its own states, whatever is pressed', () => {
    const events = fc.constantFrom('send', 'answer', 'discard' as const);
    fc.assert(
      fc.property(fc.array(events), (pressed) => {
        let state: keyof typeof letter.states = letter.initial;
        for (const event of pressed) {
          const now = state;
          if (actionsFrom(letter, now).includes(event)) state = move(letter, now, event as never);
          else expect(() => move(letter, now, event as never)).toThrow(RuleBroken);
        }
        expect(Object.keys(letter.states)).toContain(state);
      }),
    );
  });
});

import { Jobs } from '../../apps/api/src/platform/jobs/jobs';
import type { ClientSide } from './client-side';
import { SAID_YES } from './consent-desk';
import { approaching, approved, CARD, decides, found, FREE, LOCATED, PLAN, RISKS, today } from './family-walk';
import { seen, step } from './family-world';
import type { Answer } from './house';
import { keysOf, releases, steps as messageStep, WORDS } from './message-world';
import { done } from './referral-desk';

type Act = (side: ClientSide) => Promise<unknown>;

const take = async ({ officer, link }: ClientSide, path: string, body: object = {}): Promise<Answer['body']> =>
  done(await step(officer, link, path, body));
const doing =
  (path: string, body: object = {}): Act =>
  (side) =>
    take(side, path, body);
const says = (purpose: string, scope: string[]): Act => doing('relative-consents', { ...SAID_YES, purpose, scope });
const decided =
  (path: string, body: object = {}): Act =>
  async ({ coordinator, officer, link }) =>
    done(await decides(coordinator, officer, link, path, body));

/** What the relative takes back. */
const takesBack =
  (purpose: string): Act =>
  async (side) => {
    const { relative } = await seen(side.officer, side.link);
    const { id } = relative.consents.find(
      (each: { purpose: string; state: string }) => each.purpose === purpose && each.state === 'ACTIVE',
    );
    return take(side, `relative-consents/${id}/withdrawal`, { how: 'PHONE' });
  };

const looked = [doing('tracing', PLAN)];
const located = [...looked, (side: ClientSide) => found(side)];
const verified = [...located, doing('verifications', CARD), doing('verified')];
const allowed = [...verified, (side: ClientSide) => approved(side)];
const asked = [...allowed, doing('approach', approaching())];
const agreed = [...asked, says('C22_RELATIVE_DATA', ['RELATIVE_DATA']), says('C09_DISCLOSE_REL', ['MEETING']), doing('agreement')];
const mediated = [
  ...agreed,
  says('C10_MESSAGES', ['ONE_MESSAGE', 'MEDIATED']),
  (side: ClientSide) => take(side, 'mediation', { mediatorId: side.mediator.id, preparedOn: today() }),
];

/** A message that is looked over and let go by whoever mediates, and goes out with the day's release. */
const message =
  (direction: string, end: 'RETURNED' | 'HELD' | 'RELEASED' | 'DELIVERED' | 'UNDELIVERED'): Act =>
  async (side) => {
    const { house, officer, mediator, link } = side;
    const { id } = done(
      await officer.post(`/api/family-links/${link}/messages`, { direction, language: 'fa', how: 'DICTATED', body: WORDS }),
    );
    done(await messageStep(officer, id, 'submission'));
    const read = done(await messageStep(mediator, id, 'review'));
    if (end === 'RETURNED')
      return done(await messageStep(mediator, id, 'return', { reasons: ['DISTRESSING'], words: 'Played: perhaps later.' }));
    done(await messageStep(mediator, id, 'approval', { seen: keysOf(read) }));
    if (end === 'HELD') return done(await messageStep(officer, id, 'holding', { reason: 'DISTRESSING' }));
    await releases(house);
    if (end === 'DELIVERED') return done(await messageStep(officer, id, 'delivery', { at: new Date().toISOString() }));
    return end === 'UNDELIVERED' ? done(await messageStep(officer, id, 'non-delivery', { reason: 'Played: nobody opened.' })) : null;
  };

const clock =
  (days: number): Act =>
  ({ house }) =>
    house.app.get(Jobs).runNow('family-clock', { now: new Date(Date.now() + days * 86_400_000).toISOString() });
const traced = (outcome: string, method = 'RED_CROSS'): Act => doing('tracing-steps', { ...LOCATED, outcome, method });
const resumes = [
  doing('pause', { reason: 'Played: a bad feeling.' }),
  doing('request', { what: 'resume', reason: 'Played: it was nothing.' }),
  decided('allowance'),
  doing('resumption'),
];

/** What may become of the other side before the client was given a word of it. */
export const BEFORE: Readonly<Record<string, readonly Act[]>> = {
  'nobody is found': [
    ...looked,
    traced('NO_RESULT'),
    traced('NO_RESULT', 'OWN_RECORDS'),
    traced('NO_RESULT', 'RELATIVE_NETWORK'),
    doing('not-found'),
  ],
  'somebody else was found': [...located, doing('false-match', { reason: 'Played: she has no brother.' })],
  'she is reported dead': [
    ...looked,
    traced('DECEASED_REPORTED'),
    traced('DECEASED_REPORTED', 'OWN_RECORDS'),
    async (side) => {
      const { tracing } = await seen(side.officer, side.link);
      const plan = { who: 'Played: the officer', where: 'Played: here', support: 'Played: her friend' };
      return take(side, 'death', { tracingStepIds: tracing.map(({ id }: { id: string }) => id), independent: true, ...plan });
    },
  ],
  'a coordinator stops it as unsafe': [...verified, doing('approach-assessment', RISKS), decided('unsafe', { reason: 'Played.' })],
  'she is in acute danger': [...verified, doing('approach-assessment', { ...RISKS, relativeLevel: 'IMMINENT' })],
  'an approval lapses': [...allowed, clock(61)],
  'it is paused and goes on': [...allowed, ...resumes],
  'she is asked': asked,
  'she was not alone': [...allowed, doing('approach', approaching({ alone: false }))],
  'she declines, and never wants to be asked again': [...asked, doing('declining', { neverAgain: true }), clock(32)],
  'she is silent': [
    ...asked,
    doing('approach', approaching({ spokenDirectly: false })),
    ({ house, link }) => house.sql('update family_hearing set held_on = held_on - 30 where link_id = $1 and approach_no = 1', [link]),
    doing('no-reply'),
  ],
  'she agrees': [...agreed, doing('hearings', { side: 'RELATIVE', on: today(), ...FREE })],
  'she agrees, and takes it back': [...agreed, takesBack('C22_RELATIVE_DATA')],
  'a word for her is delivered': [...mediated, message('TO_RELATIVE', 'DELIVERED')],
  'a word for her comes back': [...mediated, message('TO_RELATIVE', 'UNDELIVERED')],
  'a word of hers waits': [...mediated, message('TO_CLIENT', 'RELEASED')],
  'a word of hers is held': [...mediated, message('TO_CLIENT', 'HELD')],
  'a word of hers is returned': [...mediated, message('TO_CLIENT', 'RETURNED')],
};

/** From here the client knows that she lives. */
export const INTO_CONTACT: readonly Act[] = [...mediated, message('TO_CLIENT', 'DELIVERED')];

/** And after it. */
export const AFTER: Readonly<Record<string, readonly Act[]>> = {
  'she takes it all back': [takesBack('C10_MESSAGES'), takesBack('C09_DISCLOSE_REL'), takesBack('C22_RELATIVE_DATA')],
  'she wants less than before': [says('C09_DISCLOSE_REL', ['ALIVE_ONLY'])],
  'it is paused and goes on': resumes,
  'a second word of hers is delivered': [message('TO_CLIENT', 'DELIVERED')],
  'a word for her comes back': [message('TO_RELATIVE', 'UNDELIVERED')],
};

export async function happens(side: ClientSide, acts: readonly Act[]): Promise<void> {
  for (const act of acts) await act(side);
}

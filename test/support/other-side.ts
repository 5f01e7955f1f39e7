import { Jobs } from '../../apps/api/src/platform/jobs/jobs';
import type { OneWish } from './client-side';
import { SAID_YES } from './consent-desk';
import { asking, enter, nightFalls, proposals } from './enquiry-desk';
import { approaching, approved, CARD, cooled, decides, found, foundSister, FREE, LOCATED, PLAN, RISKS, today } from './family-walk';
import { seen, step } from './family-world';
import type { Answer, Person } from './house';
import { keysOf, releases, steps as messageStep, WORDS } from './message-world';
import { done } from './referral-desk';
import { releaseHour } from './release-hour';
import { assessment } from './risk-words';

type Act = (side: OneWish) => Promise<unknown>;

const take = async ({ officer, link }: OneWish, path: string, body: object = {}): Promise<Answer['body']> =>
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
/** Each under a number of her own: one that asked never to be called again would stop all the others. */
const located = [
  ...looked,
  (side: OneWish) => found(side, { contactPoints: [{ kind: 'PHONE_CALL', value: side.phone, rule: 'Played: evenings.' }] }),
];
const verified = [...located, doing('verifications', CARD), doing('verified')];
const allowed = [...verified, (side: OneWish) => approved(side)];
const asked = [...allowed, doing('approach', approaching())];
const agreed = [...asked, says('C22_RELATIVE_DATA', ['RELATIVE_DATA']), says('C09_DISCLOSE_REL', ['MEETING']), doing('agreement')];
const mediated = [
  ...agreed,
  says('C10_MESSAGES', ['ONE_MESSAGE', 'MEDIATED']),
  (side: OneWish) => take(side, 'mediation', { mediatorId: side.others.mediator.id, preparedOn: today() }),
];

type End = 'RETURNED' | 'REJECTED' | 'RECALLED' | 'HELD' | 'RELEASED' | 'DELIVERED' | 'UNDELIVERED';
/** A message that is looked over and let go by whoever mediates, and goes out with the day's release. */
const message =
  (direction: string, end: End): Act =>
  async ({ house, officer, others, coordinator, link }) => {
    const written = { direction, language: 'fa', how: 'DICTATED', body: WORDS };
    const { id } = done(await officer.post(`/api/family-links/${link}/messages`, written));
    const does = async (by: Person, path: string, body: object = {}): Promise<Answer['body']> =>
      done(await messageStep(by, id, path, body));
    await does(officer, 'submission');
    const read = await does(others.mediator, 'review');
    if (end === 'RETURNED') return does(others.mediator, 'return', { reasons: ['DISTRESSING'], words: 'Played: perhaps later.' });
    if (end === 'REJECTED') {
      await does(others.mediator, 'rejection-request', { reason: 'PRESSURE' });
      return does(coordinator, 'rejection');
    }
    await does(others.mediator, 'approval', { seen: keysOf(read) });
    if (end === 'HELD') return does(officer, 'holding', { reason: 'DISTRESSING' });
    if (end === 'RECALLED') return does(officer, 'recall');
    await releases(house);
    if (end === 'DELIVERED') return does(officer, 'delivery', { at: new Date().toISOString() });
    return end === 'UNDELIVERED' ? does(officer, 'non-delivery', { reason: 'Played: nobody opened.' }) : null;
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

const traces = async (side: OneWish): Promise<string[]> =>
  (await seen(side.officer, side.link)).tracing.map(({ id }: { id: string }) => id);
const dies =
  (independent: boolean): Act =>
  async (side) => {
    const plan = { who: 'Played: the officer', where: 'Played: here', support: 'Played: her friend' };
    return take(side, 'death', { tracingStepIds: await traces(side), independent, ...plan });
  };

/** The day on which a yes of the relative's ends has come. */
const endsByItsDay =
  (purpose: string): Act =>
  async ({ house, link }) => {
    await house.sql(`set session_replication_role = replica;
      update consent_event e set given_at = now() - interval '1 year', expires_at = now() - interval '1 minute'
        from consent c join family_link l on l.related_person_id = c.related_person_id
       where e.consent_id = c.id and e.state = 'ACTIVE' and c.purpose = '${purpose}' and l.id = '${link}'`);
    await house.app.get(Jobs).runNow('end-consents');
  };

/** Somebody asks for the client, under the name of the one who is missed, and the night falls. */
const asks =
  (times: number): Act =>
  async ({ house, others, relativeName, clientName }) => {
    const phone = times > 1 ? { phone: '+355 69 7770001' } : {};
    for (let time = 0; time < times; time++)
      done(await enter(others.hears, asking(clientName, { asking: { names: [relativeName], ...phone } })));
    await nightFalls(house);
  };
const isSaid =
  (...words: ('confirmation' | 'refusal')[]): Act =>
  async ({ house, others, link }) => {
    let [{ id, version }] = (await proposals(house, link, others.linkers[0])) as [{ id: string; version: number }];
    for (const [at, word] of words.entries())
      ({ id, version } = done(await others.linkers[at % 2 ? 1 : 0].post(`/api/family-matches/${id}/${word}`, {}, { version })));
  };

/** The relative has a file of their own, and their own worker finds them in danger. */
const IN_DANGER: readonly Act[] = [
  (side) => foundSister(side),
  ({ house, link, others }) =>
    house.sql('update related_person set also_client_id = $2 where id = (select related_person_id from family_link where id = $1)', [
      link,
      others.kin.file.clientId,
    ]),
  async ({ others: { kin } }) =>
    done(await kin.worker.post(`/api/cases/${kin.file.caseId}/risk-assessments`, assessment({ SH2: 'PRESENT' }, 'IMMINENT'))),
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
  'she is reported dead': [...looked, traced('DECEASED_REPORTED'), traced('DECEASED_REPORTED', 'OWN_RECORDS'), dies(true)],
  'she is known to be dead': [...looked, traced('DECEASED_CONFIRMED'), dies(false)],
  'she asks for the client, and two know her': [...looked, asks(1), isSaid('confirmation', 'confirmation')],
  'somebody like her asks, and it is not her': [...looked, asks(1), isSaid('confirmation', 'refusal')],
  'three who ask share a telephone': [asks(3)],
  'she is a client too, and in danger': IN_DANGER,
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
  'she agrees, and it ends by its day': [...agreed, endsByItsDay('C22_RELATIVE_DATA')],
  'words for her: one is delivered, one comes back, one is held, one is taken back': [
    ...mediated,
    ...(['DELIVERED', 'UNDELIVERED', 'HELD', 'RECALLED'] as const).map((end) => message('TO_RELATIVE', end)),
  ],
  'words of hers: one is returned, one refused, one taken back, one held, one waits': [
    ...mediated,
    ...(['RETURNED', 'REJECTED', 'RECALLED', 'HELD', 'RELEASED'] as const).map((end) => message('TO_CLIENT', end)),
  ],
};

/** From here the client knows that she lives. */
export const INTO_CONTACT: readonly Act[] = [...mediated, message('TO_CLIENT', 'DELIVERED')];

const direct = [
  says('C11_DIRECT', ['CALL', 'MEETING']),
  message('TO_RELATIVE', 'DELIVERED'),
  doing('direct-contact'),
  ({ house, link }: OneWish) => cooled(house, link),
];
const calls =
  (hours: number, then: string, { body = {}, first = null }: { body?: object; first?: Act | null } = {}): Act =>
  async (side) => {
    const at = new Date(Date.now() + hours * 3_600_000).toISOString();
    const call = { step: 'SUPPORTED_CALL', at, supporter: 'Played: the officer', prepared: true };
    const { contacts } = await take(side, 'contacts', call);
    await first?.(side);
    return take(side, `contacts/${contacts[0].id}/${then}`, body);
  };

/** And after it. */
export const AFTER: Readonly<Record<string, readonly Act[]>> = {
  'she takes it all back': [takesBack('C10_MESSAGES'), takesBack('C09_DISCLOSE_REL'), takesBack('C22_RELATIVE_DATA')],
  'her yes to messages ends by its day': [endsByItsDay('C10_MESSAGES')],
  'she wants less than before': [says('C09_DISCLOSE_REL', ['ALIVE_ONLY'])],
  'it stops and goes on': resumes,
  'it stops, and is closed': [doing('pause', { reason: 'Played.' }), doing('closing', { outcome: 'ONE_CONTACT' }), clock(32)],
  'more words: one of hers is delivered, one is held, one to her comes back': [
    ...(['DELIVERED', 'HELD'] as const).map((end) => message('TO_CLIENT', end)),
    message('TO_RELATIVE', 'UNDELIVERED'),
  ],
  'they agree to speak, and the call is called off': [...direct, calls(5, 'calling-off')],
  'they agree to speak, she takes it back, and the call is called off': [
    ...direct,
    calls(5, 'calling-off', { first: takesBack('C11_DIRECT') }),
  ],
  'the call did her harm': [...direct, calls(-0.2, 'check-in', { body: { side: 'RELATIVE', effect: 'HARMFUL' } })],
};

/** What the clocks do, long after, whatever it was. */
const CLOCKS = [
  ...['end-consents', 'warn-of-consents', 'answer-wishes', 'release-messages', 'family-clock', 'family-message-clock'],
  ...['match-family-enquiries', 'forget-family-enquiries', 'remind-of-tasks', 'watch-risk', 'referral-clock', 'fold-case-totals'],
];
export async function timePasses({ house }: Pick<OneWish, 'house'>): Promise<void> {
  const now = releaseHour(100);
  for (const name of CLOCKS) await house.app.get(Jobs).runNow(name, { now });
}

export async function happens(side: OneWish, acts: readonly Act[]): Promise<void> {
  for (const act of acts) await act(side);
}

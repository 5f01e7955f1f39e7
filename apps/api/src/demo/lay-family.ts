import { endOf } from '@panah/domain/consents/consent.rules';
import { answerDayOf } from '@panah/domain/family/link-face';
import type { ConsentPurpose } from '@panah/domain/vocabulary/consents';
import { consentPlace, stepPlace } from '../consents/consent.entity';
import { relatedPersonPlace } from '../family/link.entity';
import { type RelativeAccount, wishPlace } from '../family/wish.entity';
import type { UnitOfWork } from '../platform/database/unit-of-work';
import { newId } from '../platform/new-id';
import type { Place } from '../platform/sealing/sealer';
import { FAMILY_STORIES, type FamilyStory } from './family-stories';
import { momentAgo, type Setting } from './setting';
import type { Shelf } from './shelf';

/** A client on whose team the officer stands. */
export interface FamilyFile {
  caseId: string;
  clientId: string;
  officeId: string;
  workerId: string;
}

/** A wish that was laid, with the story of what lies behind it. */
export interface LaidWish extends FamilyFile {
  wishId: string;
  story: FamilyStory;
}

/** Cases of the office in the order of their references, so that the same ones are taken each time. */
export const FAMILY_FILES = {
  name: 'demo.family-files',
  text: `select f.id as "caseId", f.client_id as "clientId", f.office_id as "officeId", f.primary_worker_id as "workerId" from case_file f
          where f.office_id = $1 and f.state = 'ACTIVE' and exists (select from case_team t where t.client_id = f.client_id and t.staff_id = $2 and t.ended_at is null
            and t.starts_at <= now() and t.ends_at > now()) order by f.case_ref desc limit $3`,
};
const BEGIN = {
  name: 'demo.begin-wish',
  text: `update family_wish set face = 'IN_PROGRESS', begun_on = $2::date, answer_on = $3::date where id = $1`,
};
const LINK = { name: 'demo.link', text: 'select id from family_link where wish_id = $1' };
const WALK = {
  name: 'demo.walk-link',
  text: `update family_link set state = $2, related_person_id = coalesce($3, related_person_id), verification = case when $2 = 'VERIFIED' then 'V2' else verification end,
           methods = '{RELATIVE_NETWORK,RED_CROSS}', approach_by = case when $2 = 'VERIFIED' then $4::uuid else approach_by end,
           approach_at = case when $2 = 'VERIFIED' then now() else approach_at end, approved_by = case when $2 = 'APPROACH_APPROVED' then $5::uuid else approved_by end,
           approved_at = case when $2 = 'APPROACH_APPROVED' then now() else approved_at end, approached_at = case when $2 = 'AWAITING_RELATIVE' then now() else approached_at end,
           approaches = approaches + ($2 = 'AWAITING_RELATIVE')::int, mediator_id = case when $2 = 'MEDIATED' then $7::uuid else mediator_id end, outcome = $6, closed_at = case when $2 = 'CLOSED' then now() end, version = version + 1 where id = $1`,
};
const STEP = {
  name: 'demo.link-step',
  text: `insert into family_link_step (id, org_id, office_id, link_id, event, from_state, to_state, by_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
const MEDIATOR = {
  name: 'demo.link-mediator',
  text: `insert into family_link_officer (id, org_id, office_id, link_id, staff_id, side, set_by) values ($1, $2, $3, $4, $5, 'MEDIATOR', $6)`,
};
const HEARD = {
  name: 'demo.heard',
  text: `insert into family_hearing (id, org_id, office_id, link_id, side, held_on, spoken_directly, alone, duress, by_id) values ($1, $2, $3, $4, 'RELATIVE', $5, true, true, 'PASSED', $6)`,
};
const EVENT: Readonly<Record<string, string>> = {
  TRACING: 'start_tracing',
  LOCATED: 'located',
  VERIFIED: 'verify',
  APPROACH_APPROVED: 'approve_approach',
  AWAITING_RELATIVE: 'approach',
  BOTH_CONSENTED: 'relative_consents',
  MEDIATED: 'start_mediation',
  CLOSED: 'relative_declines',
};
const YES = { method: 'VERBAL_REMOTE', capacity: 'YES', freeChoice: 'ALONE', evidence: null, witness: null, supporter: null };
const WAYS = ['OWN_RECORDS', 'RELATIVE_NETWORK', 'RED_CROSS'];
const DAY = 86_400_000;
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** Lays a wish for each story, with what the client allows; nothing of it is begun yet. */
export function layWishes(shelf: Shelf, setting: Setting, files: readonly FamilyFile[]): LaidWish[] {
  return FAMILY_STORIES.flatMap((story, at) => {
    // there may be fewer files than stories: somebody misses two people
    const file = files[at % files.length];
    return file ? [layWish(shelf, setting, file, story)] : [];
  });
}

function layWish(shelf: Shelf, setting: Setting, file: FamilyFile, story: FamilyStory): LaidWish {
  const { clientId, officeId, caseId, workerId } = file;
  const [id, at] = [newId(), momentAgo(setting, story.daysAgo, 10 * 60)];
  const relative: RelativeAccount = { ...NOTHING_MORE, ...story.relative };
  const row = {
    id,
    org_id: setting.orgId,
    office_id: officeId,
    client_id: clientId,
    case_id: caseId,
    face: 'NOTED',
    noted_by: workerId,
    noted_at: at,
    seal_version: 1,
    version: 1,
  };
  shelf.add('family_wish', row, { place: wishPlace({ id, clientId, sealVersion: 1 }), payload: { relative, wish: story.wish } });
  const about = { recipients: [{ id, kind: 'PERSON', name: relative.names[0] ?? '' }], withheld: [] };
  const whose = { columns: { client_id: clientId }, subject: clientId, place: consentPlace, step: stepPlace };
  const allows = (purpose: ConsentPurpose, scope: readonly string[]): void =>
    layYes(shelf, setting, { ...file, by: workerId, at }, whose, { purpose, scope, recipients: [id], asked: about });
  if (story.ladder.length) {
    allows('C08_TRACING', WAYS);
    allows('C09_DISCLOSE_REL', story.ladder);
  }
  if (story.said) allows('C10_MESSAGES', ['ONE_MESSAGE', 'MEDIATED']);
  return { ...file, wishId: id, story };
}

/** Begins what was allowed, as the worker did that day: the database opens the links and gives them their officer. */
export async function beginWishes(work: UnitOfWork, setting: Setting, wishes: readonly LaidWish[]): Promise<void> {
  for (const { wishId, story } of wishes.filter(({ story: { ladder } }) => ladder.length)) {
    const on = dayOf(momentAgo(setting, story.daysAgo, 11 * 60));
    await work.change(BEGIN, [wishId, on, answerDayOf(on)]);
  }
}

/** A wish that was begun, the link behind it, and who was found. */
interface WalkedLink extends LaidWish {
  link: string;
  personId: string | null;
}
interface Hands {
  officer: string;
  mediator: string;
  coordinator: string;
  empty: () => Promise<void>;
}

const AGREED: readonly string[] = ['BOTH_CONSENTED', 'MEDIATED'];

/** What was done since, one step of the drawing after another, by several people: laid by nobody of them. Up to where a relative agrees. */
export async function walkLinks(
  work: UnitOfWork,
  shelf: Shelf,
  setting: Setting,
  wishes: readonly LaidWish[],
  { empty, ...by }: Hands,
): Promise<WalkedLink[]> {
  const found = wishes.map((wish) => ({ ...wish, personId: wish.story.context ? layPerson(shelf, setting, wish) : null }));
  await empty();
  const walked: WalkedLink[] = [];
  for (const wish of found.filter(({ story: { walk } }) => walk.length)) {
    const link = (await work.row<{ id: string }>(LINK, [wish.wishId]))?.id;
    if (!link) continue;
    walked.push({ ...wish, link });
    await take(
      work,
      setting,
      { ...wish, link },
      statesOf(wish).filter((state) => !AGREED.includes(state)),
      by,
    );
    const { officeId, personId, story } = wish;
    if (personId && story.said)
      await work.change(HEARD, [newId(), setting.orgId, officeId, link, dayOf(momentAgo(setting, 20, 600)), by.officer]);
  }
  return walked;
}

/** What relatives say, and what it leads to. In a transaction of the officer, who alone may write it down. Gives the link on which messages go. */
export async function agreeLinks(
  work: UnitOfWork,
  shelf: Shelf,
  setting: Setting,
  walked: readonly WalkedLink[],
  { empty, ...by }: Hands,
): Promise<string | null> {
  for (const each of walked) {
    const { personId, officeId, link, story } = each;
    if (personId && story.said) {
      const whose = {
        columns: { related_person_id: personId },
        subject: personId,
        place: ofRelative('consent'),
        step: ofRelative('consent_event'),
      };
      for (const [purpose, scope] of Object.entries(story.said))
        layYes(shelf, setting, { officeId, by: by.officer, at: momentAgo(setting, 20, 660) }, whose, {
          purpose: purpose as ConsentPurpose,
          scope,
          recipients: purpose === 'C22_RELATIVE_DATA' ? [] : [link],
          asked: {},
        });
      await empty();
    }
    await take(
      work,
      setting,
      each,
      statesOf(each).filter((state) => AGREED.includes(state)),
      by,
    );
  }
  return walked.find(({ story: { walk } }) => walk.includes('MEDIATED'))?.link ?? null;
}

const statesOf = ({ story }: LaidWish): string[] => [...story.walk, ...(story.ended ? ['CLOSED'] : [])];

async function take(
  work: UnitOfWork,
  setting: Setting,
  wish: WalkedLink,
  states: readonly string[],
  { officer, mediator, coordinator }: Omit<Hands, 'empty'>,
): Promise<void> {
  const { link, officeId, personId, story } = wish;
  const all = statesOf(wish);
  for (const state of states) {
    const person = state === 'LOCATED' ? personId : null;
    await work.change(WALK, [link, state, person, officer, coordinator, state === 'CLOSED' ? story.ended?.outcome : null, mediator]);
    const by = state === 'APPROACH_APPROVED' ? coordinator : officer;
    const before = all[all.indexOf(state) - 1] ?? 'OPEN';
    await work.change(STEP, [newId(), setting.orgId, officeId, link, EVENT[state], before, state, by]);
    if (state === 'MEDIATED') await work.change(MEDIATOR, [newId(), setting.orgId, officeId, link, mediator, officer]);
  }
}

function layPerson(shelf: Shelf, setting: Setting, { officeId, story }: LaidWish): string {
  const id = newId();
  const row = {
    id,
    org_id: setting.orgId,
    office_id: officeId,
    context: story.context,
    country: story.country,
    legal_basis: story.said ? 'CONSENT' : 'CLIENT_ACCOUNT',
    // somebody who declined is kept no longer than this (R-FL-17)
    erase_after: story.ended ? dayOf(new Date(setting.now + 25 * DAY)) : null,
    seal_version: 1,
    version: 1,
  };
  const secrets = {
    names: story.relative.names,
    contactPoints: [{ kind: 'EMAIL', value: 'somebody@example.org', rule: 'Never before noon.' }],
  };
  shelf.add('related_person', row, { place: relatedPersonPlace({ id, sealVersion: 1 }), payload: secrets });
  return id;
}

interface Whose {
  columns: Record<string, string>;
  subject: string;
  place: (id: string, subject: string) => Place;
  step: (id: string, subject: string) => Place;
}

function layYes(
  shelf: Shelf,
  setting: Setting,
  { officeId, by, at }: { officeId: string; by: string; at: Date },
  { columns, subject, place, step }: Whose,
  { purpose, scope, recipients, asked }: { purpose: ConsentPurpose; scope: readonly string[]; recipients: string[]; asked: object },
): void {
  const id = newId();
  const owned = { org_id: setting.orgId, office_id: officeId, ...columns };
  const row = { id, ...owned, purpose, scope, recipients, recorded_by: by, recorded_at: at, seal_version: 1 };
  const payload = { language: 'fa', explainedBy: by, interpreter: null, ...asked };
  shelf.add('consent', row, { place: place(id, subject), payload });
  for (const [action, state, more, words] of [
    ['offer', 'OFFERED', {}, {}],
    ['give', 'ACTIVE', { given_at: at, expires_at: endOf(purpose, at, null) }, YES],
  ] as const) {
    const event = newId();
    const taken = { id: event, ...owned, consent_id: id, action, state, at, by_id: by, seal_version: 1, ...more };
    shelf.add('consent_event', taken, { place: step(event, subject), payload: words });
  }
}

const ofRelative =
  (table: 'consent' | 'consent_event') =>
  (id: string, subject: string): Place => ({ table, rowId: id, subjectId: subject, compartment: 'family', sealVersion: 1 });

const NOTHING_MORE: Omit<RelativeAccount, keyof FamilyStory['relative']> = {
  birth: null,
  motherName: null,
  lastKnownPlace: null,
  lastKnownOn: null,
  circumstances: null,
};

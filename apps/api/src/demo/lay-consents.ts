import { endOf } from '@panah/domain/consents/consent.rules';
import { usualScopeOf } from '@panah/domain/consents/purposes';
import type { ConsentPurpose } from '@panah/domain/vocabulary/consents';
import { type AskedSecrets, consentPlace, type StepSecrets, stepPlace } from '../consents/consent.entity';
import { newId } from '../platform/new-id';
import { layLine } from './lay-line';
import type { LaidCase } from './lay-case';
import type { Setting } from './setting';
import type { Shelf } from './shelf';

interface Said {
  purpose: ConsentPurpose;
  /** What became of it, in the order of the drawing. */
  steps: readonly ('give' | 'refuse' | 'suspend' | 'withdraw')[];
  toPartner?: true;
  through?: { kind: string; name: string };
}

const STATE_AFTER = { give: 'ACTIVE', refuse: 'REFUSED', suspend: 'SUSPENDED', withdraw: 'WITHDRAWN' } as const;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What people say yes and no to: the record of the case always, the rest as lives go. */
const SETS: readonly (readonly Said[])[] = [
  [
    { purpose: 'C02_REFERRAL', steps: ['give'], toPartner: true },
    { purpose: 'C15_PUBLICATION', steps: ['refuse'] },
  ],
  [
    { purpose: 'C05_HOUSING', steps: ['give'], toPartner: true, through: { kind: 'PROFESSIONAL', name: 'Interpreter of the day' } },
    { purpose: 'C16_STATS', steps: ['give'] },
  ],
  [
    { purpose: 'C07_COUNSELLING', steps: ['give'] },
    { purpose: 'C02_REFERRAL', steps: ['give', 'withdraw'], toPartner: true },
  ],
  [{ purpose: 'C04_LEGAL', steps: ['give', 'suspend'], toPartner: true, through: { kind: 'RELATIVE', name: 'A cousin' } }],
];

/** Lays what the client of a case agreed to since it was opened. Gives the consent on which a partner may be told, when one stands. */
export function layConsents(shelf: Shelf, setting: Setting, file: LaidCase, opened: Date): string | null {
  // by the reference, so that nothing else that is drawn changes
  const set = SETS[file.caseRef.charCodeAt(0) % SETS.length] ?? [];
  layConsent(shelf, setting, file, { purpose: 'C01_CASE', steps: ['give'] }, opened);
  const laid = set.map((said) => ({ said, id: layConsent(shelf, setting, file, said, opened) }));
  return laid.find(({ said: { purpose, steps } }) => purpose === 'C02_REFERRAL' && steps.at(-1) === 'give')?.id ?? null;
}

/** Lays one of them. Returns its id. */
export function layConsent(shelf: Shelf, setting: Setting, file: LaidCase, said: Said, opened: Date): string {
  const { clientId, officeId, workerId, languages } = file;
  const id = newId();
  const givenAt = momentOf(setting, file, said, opened);
  const owned = { org_id: setting.orgId, office_id: officeId, client_id: clientId };
  const recipients = said.toPartner && setting.partner ? [{ ...setting.partner, kind: 'PARTNER' }] : [];
  const asked: AskedSecrets = {
    language: languages[0] ?? 'fa',
    explainedBy: workerId,
    recipients,
    withheld: [],
    interpreter: said.through ? { ...said.through, staffId: null } : null,
  };
  const scope = usualScopeOf(said.purpose);
  const row = {
    id,
    ...owned,
    purpose: said.purpose,
    scope,
    recipients: recipients.map((each) => each.id),
    recorded_by: workerId,
    recorded_at: givenAt,
    seal_version: 1,
  };
  shelf.add('consent', row, { place: consentPlace(id, clientId), payload: asked });
  layLine(shelf, setting, {
    at: givenAt,
    officeId,
    actorId: workerId,
    word: 'consent:record',
    subjectType: 'consent',
    subjectId: id,
    clientId,
    changed: ['purpose'],
  });
  const given = { given_at: givenAt, expires_at: endOf(said.purpose, givenAt, null) };
  const step = (action: string, state: string, at: Date, more: object, payload: StepSecrets): void => {
    const event = newId();
    const columns = { id: event, ...owned, consent_id: id, action, state, at, by_id: workerId, seal_version: 1, ...more };
    shelf.add('consent_event', columns, { place: stepPlace(event, clientId), payload });
  };
  step('offer', 'OFFERED', givenAt, {}, {});
  // what somebody takes back, they take back when half of the time since is over
  const later = new Date((givenAt.getTime() + setting.now) / 2);
  for (const [index, action] of said.steps.entries())
    step(action, STATE_AFTER[action], index ? later : givenAt, action === 'refuse' ? {} : given, wordsOf(action));
  return id;
}

/**
 * When it was said: the record of the case on the day it was opened, the rest in the days after. What was said long ago would have ended by
 * now: in a demonstration it is said late enough to stand.
 */
function momentOf({ now }: Setting, { caseRef }: LaidCase, { purpose }: Said, opened: Date): Date {
  const spread = caseRef.charCodeAt(1) % 19;
  const days = purpose === 'C01_CASE' ? 0 : 1 + (spread % 6);
  const said = opened.getTime() + days * DAY + (20 + spread * 13) * MINUTE;
  return new Date(Math.min(now - HOUR, Math.max(said, now - (60 + spread) * DAY)));
}

function wordsOf(action: Said['steps'][number]): StepSecrets {
  if (action === 'give')
    return { method: 'VERBAL_REMOTE', capacity: 'YES', freeChoice: 'ALONE', evidence: null, witness: null, supporter: null };
  if (action === 'withdraw') return { how: 'PHONE', effectsExplained: true };
  return action === 'suspend' ? { doubt: 'DURESS' } : {};
}

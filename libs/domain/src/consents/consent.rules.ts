import { RuleBroken } from '../process/process';
import type {
  CapacityCheck,
  ConsentMethod,
  ConsentPurpose,
  ConsentScope,
  ConsentState,
  FreeChoiceCheck,
  InterpreterKind,
} from '../vocabulary/consents';
import { isOfAWish, isOfRelatives, isSingleUse, monthsOf, needsRecipient, scopeOf } from './purposes';

type Fields = Record<string, string[]>;
const DAY = 86_400_000;
/** R-CO-06: days before the end on which the worker hears of it. */
export const WARNING_DAYS = [30, 7] as const;
/** C01 lasts while the case is open, and is confirmed anew after these months. */
export const RECONFIRM_MONTHS = 12;

/** What is asked of somebody. */
export interface AskedConsent {
  subject: 'CLIENT' | 'RELATED_PERSON';
  purpose: ConsentPurpose;
  scope: readonly ConsentScope[];
  recipients: number;
}

/** How a yes was given. */
export interface GivenConsent {
  method: ConsentMethod;
  capacity: CapacityCheck;
  freeChoice: FreeChoiceCheck;
  interpreter: InterpreterKind | null;
  /** Where the signed paper or the recording lies. */
  evidence: string | null;
  /** A document of the file that shows it. */
  document: string | null;
  witness: string | null;
  supporter: string | null;
}

/**
 * What may be asked: a purpose of this subject, within its scope, with somebody named where the purpose wants it.
 * @throws RuleBroken `not-theirs-to-give` (R-CO-10) or `consent-incomplete` with the fields.
 */
export function assertMayAsk({ subject, purpose, scope, recipients }: AskedConsent): void {
  const theirs = subject === 'CLIENT' ? purpose !== 'C22_RELATIVE_DATA' : isOfRelatives(purpose);
  if (!theirs) throw new RuleBroken('not-theirs-to-give', { purpose }, { purpose: ['notTheirs'] });
  refuseIn({
    scope: [
      ...(scope.length === 0 ? ['missing'] : []),
      ...(scope.some((code) => !scopeOf(purpose).includes(code)) ? ['notOfThisPurpose'] : []),
      ...(purpose === 'C15_PUBLICATION' && scope.length > 1 ? ['oneItem'] : []),
    ],
    recipients: needsRecipient(purpose) && recipients === 0 ? ['missing'] : [],
  });
}

/**
 * R-FL-04: what somebody allows about one relative is asked about the wish to find that one, where its officers and the database find it again;
 * given to a name alone it would carry nothing.
 * @throws RuleBroken `of-a-wish`
 */
export function assertAskedWhere(purpose: ConsentPurpose, aboutAWish: boolean): void {
  if (isOfAWish(purpose) !== aboutAWish) throw new RuleBroken('of-a-wish', { purpose }, { purpose: ['ofAWish'] });
}

/** Model 2.15: somebody else says yes for them, or helps them to; who that is belongs to the yes. */
export const isSpokenFor = ({ method, capacity }: { method?: string | null; capacity?: string | null }): boolean =>
  capacity === 'NO' || method === 'REPRESENTATIVE';

/**
 * What a yes needs besides being said (model 2.15, guard of `give`).
 * @throws RuleBroken `consent-incomplete` with the fields.
 */
export function assertGivenWhole(given: Partial<GivenConsent>): asserts given is GivenConsent {
  refuseIn(gapsOfGiving(given));
}

/** What is missing of a yes, by field. */
export function gapsOfGiving({ method, capacity, freeChoice, evidence, document, witness, supporter }: Partial<GivenConsent>): Fields {
  return onlyOpen({
    method: method ? [] : ['missing'],
    capacity: capacity ? [] : ['missing'],
    freeChoice: freeChoice ? [] : ['missing'],
    evidence: method === 'WRITTEN' && !evidence && !document ? ['missing'] : [],
    witness: method === 'VERBAL_WITNESSED' && !witness ? ['missing'] : [],
    supporter: isSpokenFor({ method, capacity }) && !supporter ? ['missing'] : [],
  });
}

/**
 * R-CO-05: what was said with somebody else there, or while capacity was in doubt, does not count until a coordinator heard it again, alone.
 * An interpreter who may be there (R-CO-09) leaves the two alone; an interpreting relative does not.
 */
export function standingOf({
  capacity,
  freeChoice,
  interpreter,
}: Pick<GivenConsent, 'capacity' | 'freeChoice' | 'interpreter'>): 'ACTIVE' | 'SUSPENDED' {
  const alone = freeChoice !== 'NOT_ALONE' && interpreter !== 'RELATIVE';
  return alone && capacity === 'YES' ? 'ACTIVE' : 'SUSPENDED';
}

/**
 * R-CO-09: nobody interprets who is closed off from the client, and nobody is an interpreter without a name.
 * @throws RuleBroken `interpreter-blocked` or `consent-incomplete`.
 */
export function assertMayInterpret(interpreter: {
  kind: InterpreterKind;
  staffId: string | null;
  name: string | null;
  blocked: boolean;
}): void {
  if (interpreter.blocked) throw new RuleBroken('interpreter-blocked', {}, { interpreterId: ['blocked'] });
  const named = interpreter.kind === 'COLLEAGUE' ? interpreter.staffId : interpreter.name;
  refuseIn({ [interpreter.kind === 'COLLEAGUE' ? 'interpreterId' : 'interpreterName']: named ? [] : ['missing'] });
}

/** The moment a consent ends: months by the purpose, or sooner when the person said so; null for C01, which ends with the case. */
export function endOf(purpose: ConsentPurpose, givenAt: Date, said: Date | null, parentEnd: Date | null = null): Date | null {
  const months = monthsOf(purpose);
  const usual = months === null ? null : ((purpose === 'C20_CROSS_BORDER' ? parentEnd : null) ?? addMonths(givenAt, months));
  if (said === null) return usual;
  return usual === null || said < usual ? said : usual;
}

/**
 * Nothing is given in the future, and nothing ends before it begins or later than its purpose allows.
 * @throws RuleBroken `dates-in-disorder` with the fields.
 */
export function assertDaysOfConsent(purpose: ConsentPurpose, days: { givenOn: string; expiresOn: string | null; today: string }): void {
  const { givenOn, expiresOn, today } = days;
  const months = monthsOf(purpose);
  const latest =
    months === null
      ? null
      : addMonths(new Date(`${givenOn}T00:00:00Z`), months)
          .toISOString()
          .slice(0, 10);
  const fields: Fields = {
    givenOn: givenOn > today ? ['future'] : [],
    expiresOn: expiresOn === null ? [] : expiresOn <= givenOn ? ['beforeGiven'] : latest !== null && expiresOn > latest ? ['tooLong'] : [],
  };
  const open = onlyOpen(fields);
  if (Object.keys(open).length) throw new RuleBroken('dates-in-disorder', {}, open);
}

/** The day by which C01 is confirmed anew, or the end of any other consent: what R-CO-06 warns of. */
export function dueAt(purpose: ConsentPurpose, givenAt: Date, expiresAt: Date | null): Date {
  return expiresAt ?? addMonths(givenAt, monthsOf(purpose) ?? RECONFIRM_MONTHS);
}

/** Which of the two warnings is due now: 30, 7, or null. After the end there is nothing to warn of. */
export function warningAt(due: Date, now: Date): (typeof WARNING_DAYS)[number] | null {
  const left = (due.getTime() - now.getTime()) / DAY;
  if (left <= 0) return null;
  return left <= 7 ? 7 : left <= 30 ? 30 : null;
}

/** A consent as far as a disclosure asks: what it says and where it stands. */
export interface StandingConsent {
  id: string;
  clientId: string;
  purpose: ConsentPurpose;
  recipients: readonly string[];
  scope: readonly ConsentScope[];
  state: ConsentState;
  givenAt: Date | null;
  expiresAt: Date | null;
  usedAt: Date | null;
}

export interface WantedDisclosure {
  clientId: string;
  purpose: ConsentPurpose;
  recipient: string;
  scope: readonly string[];
  at: Date;
}

/** Why a consent does not carry a disclosure; empty when it does (R-CO-01). */
export function gapsOf(consent: StandingConsent, { clientId, purpose, recipient, scope, at }: WantedDisclosure): string[] {
  const covered: readonly string[] = consent.scope;
  return [
    ...(consent.clientId === clientId ? [] : ['subject']),
    ...(consent.purpose === purpose ? [] : ['purpose']),
    ...(consent.recipients.includes(recipient) ? [] : ['recipient']),
    ...(scope.length > 0 && scope.every((item) => covered.includes(item)) ? [] : ['scope']),
    ...(consent.state === 'ACTIVE' ? [] : ['state']),
    ...(consent.givenAt !== null && consent.givenAt <= at ? [] : ['notYet']),
    ...(consent.expiresAt === null || consent.expiresAt > at ? [] : ['expired']),
    ...(isSingleUse(purpose) && consent.usedAt !== null ? ['used'] : []),
  ];
}

/** What counts of several that name purpose and recipient: the newest yes, however wide it is. */
type Named = Pick<WantedDisclosure, 'clientId' | 'purpose' | 'recipient'>;
function newestOf(consents: readonly StandingConsent[], { clientId, purpose, recipient }: Named): StandingConsent | undefined {
  const newest = consents
    .filter(
      (each) =>
        each.clientId === clientId &&
        each.purpose === purpose &&
        each.recipients.includes(recipient) &&
        each.state !== 'OFFERED' &&
        each.state !== 'REFUSED',
    )
    .sort((a, b) => (b.givenAt?.getTime() ?? 0) - (a.givenAt?.getTime() ?? 0) || (a.id < b.id ? 1 : -1));
  return newest.find(({ state }) => state === 'ACTIVE') ?? newest[0];
}

/** The consent that would carry a disclosure at a moment, whatever its items; null when none holds. */
export function heldFor(consents: readonly StandingConsent[], wanted: Omit<WantedDisclosure, 'scope'>): StandingConsent | null {
  const held = newestOf(consents, wanted);
  return held && gapsOf(held, { ...wanted, scope: held.scope }).length === 0 ? held : null;
}

/**
 * The consent on which a disclosure may rest: of those that name purpose and recipient, the newest yes decides.
 * @throws RuleBroken `consent-missing` with the purpose and what is missing.
 */
export function carrierOf(consents: readonly StandingConsent[], wanted: WantedDisclosure): StandingConsent {
  const carrier = newestOf(consents, wanted);
  const gaps = carrier ? gapsOf(carrier, wanted) : ['consent'];
  if (!carrier || gaps.length) throw new RuleBroken('consent-missing', { purpose: wanted.purpose, missing: gaps });
  return carrier;
}

/** Whether a newer yes takes an older one's place: the same purpose, and everybody the older one named. */
export function replaces(
  newer: Pick<StandingConsent, 'purpose' | 'recipients'>,
  older: Pick<StandingConsent, 'purpose' | 'recipients'>,
): boolean {
  const same = newer.recipients.length === 0 ? older.recipients.length === 0 : older.recipients.length > 0;
  return newer.purpose === older.purpose && same && older.recipients.every((each) => newer.recipients.includes(each));
}

/** A coordinator hears it again: the person is alone and can decide, or it stays suspended. */
export function assertHeardAlone({ capacity, freeChoice }: { capacity: CapacityCheck; freeChoice: FreeChoiceCheck }): void {
  refuseIn({
    freeChoice: freeChoice === 'ALONE' ? [] : ['notAlone'],
    capacity: capacity === 'YES' ? [] : ['inDoubt'],
  });
}

/** The same day some months later, or the last of that month. */
export function addMonths(from: Date, months: number): Date {
  const to = new Date(from);
  to.setUTCMonth(to.getUTCMonth() + months);
  if (to.getUTCDate() !== from.getUTCDate()) to.setUTCDate(0);
  return to;
}

function refuseIn(fields: Fields): void {
  const open = onlyOpen(fields);
  if (Object.keys(open).length) throw new RuleBroken('consent-incomplete', {}, open);
}

const onlyOpen = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, open]) => open.length > 0));

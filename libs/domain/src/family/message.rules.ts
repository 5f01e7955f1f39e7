import { actionsFrom, RuleBroken } from '../process/process';
import { type FamilyMessageEvent, familyMessageProcess, type FamilyMessageState } from './family-message.process';
import type { FamilyLinkState } from './family-link.process';

/** Where messages go out; and where they may be written and looked over already. */
export const LINK_CARRIES: readonly FamilyLinkState[] = ['BOTH_CONSENTED', 'MEDIATED', 'DIRECT', 'REUNION_PLANNED'];
export const LINK_PREPARES: readonly FamilyLinkState[] = ['AWAITING_RELATIVE', ...LINK_CARRIES];
/** R-FL-09: personal and family news; longer is a letter. */
export const LONGEST_MESSAGE = 4000;
export const MOST_PICTURES = 4;

/** What is known of a message and of the one who asks, to say what they may do now. */
export interface MessageStanding {
  state: FamilyMessageState;
  linkState: FamilyLinkState;
  writerId: string;
  reviewerId: string | null;
  passed: boolean;
  translatorId: string | null;
  translated: boolean;
  rejectAsked: boolean;
}
export interface MessageReader {
  id: string;
  /** Of this link. */
  officer: boolean;
}

/** What is asked of somebody here: how a line of the queue names it. */
export type MessagePart = 'WRITE' | 'REVIEW' | 'TRANSLATE' | 'APPROVE' | 'HELD' | 'DELIVER' | 'DECIDE' | 'NONE';

/** R-FL-08: what a person may do with a message by where it stands and what they were to it so far; the words of the access table come on top. */
export function messageActions(message: MessageStanding, reader: MessageReader): string[] {
  const by = OF_STATE[message.state];
  return by(message, reader);
}

const OF_STATE: Record<FamilyMessageState, (message: MessageStanding, reader: MessageReader) => string[]> = {
  DRAFT: writersOwn,
  RETURNED: writersOwn,
  SUBMITTED: ({ writerId }, { id }) => (id === writerId ? [] : ['review']),
  IN_REVIEW: inReview,
  TRANSLATION: inTranslation,
  APPROVED: (_, { officer }) => (officer ? ['hold', 'recall'] : []),
  HELD: ({ writerId, translatorId, linkState }, { id, officer }) =>
    officer ? [...(id !== writerId && id !== translatorId && LINK_CARRIES.includes(linkState) ? ['approve_again'] : []), 'recall'] : [],
  RELEASED: ({ linkState }, { officer }) =>
    officer ? [...(LINK_CARRIES.includes(linkState) ? ['deliver'] : []), 'undelivered', 'recall'] : [],
  DELIVERED: () => [],
  RETURNED_UNDELIVERED: () => [],
  REJECTED: () => [],
  RECALLED: () => [],
};

function writersOwn({ writerId, linkState }: MessageStanding, { id, officer }: MessageReader): string[] {
  if (id !== writerId || !officer) return [];
  return ['write', ...(LINK_PREPARES.includes(linkState) ? ['submit'] : [])];
}

function inReview(
  { writerId, reviewerId, passed, rejectAsked, linkState, translatorId, translated }: MessageStanding,
  { id, officer }: MessageReader,
): string[] {
  const prepared = LINK_PREPARES.includes(linkState) && (translatorId === null || translated);
  const approve = prepared && officer && passed && id !== writerId && id !== translatorId && id !== reviewerId ? ['approve'] : [];
  if (id !== reviewerId) return approve;
  return [
    'return',
    ...(rejectAsked ? [] : ['ask-rejection']),
    ...(translatorId === null ? ['translate'] : []),
    ...(prepared && !passed ? ['approve'] : []),
  ];
}

function inTranslation({ writerId, translatorId, translated, linkState }: MessageStanding, { id, officer }: MessageReader): string[] {
  if (id === translatorId) return ['translated'];
  return translated && officer && id !== writerId && LINK_PREPARES.includes(linkState) ? ['approve'] : [];
}

/** What a line of the queue is there for. */
export function messagePart(message: MessageStanding, reader: MessageReader): MessagePart {
  const open = messageActions(message, reader);
  // whoever looked it over and let it pass may still return it, and is asked for nothing
  const actions = message.passed ? open.filter((action) => action !== 'return') : open;
  const [part] = PARTS.find(([, action]) => actions.includes(action)) ?? ['NONE' as const];
  return part;
}

const PARTS: readonly (readonly [MessagePart, string])[] = [
  ['WRITE', 'write'],
  ['REVIEW', 'review'],
  ['REVIEW', 'return'],
  ['TRANSLATE', 'translated'],
  ['APPROVE', 'approve'],
  ['HELD', 'approve_again'],
  ['DELIVER', 'deliver'],
  ['HELD', 'recall'],
];

/**
 * The step is open to this person, and the drawing knows it from here.
 * @throws RuleBroken `not-open` with the state and what is open; `message-own` (R-FL-08) to whoever would look over, translate or let go what they wrote
 *   or translated themself.
 */
export function assertMessageStep(message: MessageStanding, reader: MessageReader, action: string): void {
  const open = messageActions(message, reader);
  if (open.includes(action)) return;
  const own = reader.id === message.writerId || reader.id === message.translatorId;
  if (own && OTHERS.includes(action) && couldBe(message.state, action)) throw new RuleBroken('message-own', { action });
  if (!LINK_PREPARES.includes(message.linkState) && action === 'submit')
    throw new RuleBroken('message-link-state', { linkState: message.linkState });
  throw new RuleBroken('not-open', { state: message.state, action, open });
}

const OTHERS = ['review', 'approve', 'approve_again', 'return', 'translate'];
const couldBe = (state: FamilyMessageState, action: string): boolean =>
  (actionsFrom(familyMessageProcess, state) as string[]).includes(action) || (state === 'TRANSLATION' && action === 'approve');

/** How a `review`, `approve` and so on of the routes is called in the drawing. */
export function eventOf(state: FamilyMessageState, action: 'approve'): FamilyMessageEvent {
  return state === 'TRANSLATION' ? 'translated' : action;
}

/**
 * R-FL-09: the checker hints, a person decides: whoever lets a message go has looked at each thing that is highlighted in it.
 * @throws RuleBroken `message-leaks-unseen` with how many were not looked at
 */
export function assertAllSeen(found: readonly string[], seen: readonly string[]): void {
  const unseen = found.filter((key) => !seen.includes(key));
  if (unseen.length) throw new RuleBroken('message-leaks-unseen', { unseen: unseen.length }, { seen: ['incomplete'] });
}

/** R-FL-10. @throws RuleBroken `message-faces` while nobody looked whether a picture shows third people */
export function assertFacesLookedAt(pictures: readonly { facesConfirmed: boolean }[]): void {
  const open = pictures.filter(({ facesConfirmed }) => !facesConfirmed).length;
  if (open) throw new RuleBroken('message-faces', { pictures: open });
}

/**
 * A third person translates, into another language.
 * @throws RuleBroken `message-translator` with what is wrong: the writer or the reviewer themself, or a language that it is in already
 */
export function assertTranslator(
  message: { writerId: string; reviewerId: string | null; language: string },
  translatorId: string,
  language: string,
): void {
  if (translatorId === message.writerId || translatorId === message.reviewerId)
    throw new RuleBroken('message-translator', {}, { translatorId: ['not-a-third-person'] });
  if (language === message.language) throw new RuleBroken('message-translator', {}, { language: ['already-in-it'] });
}

/** A delivery is noted after the release and not before it happened. @throws RuleBroken `message-delivery-moment` */
export function assertDelivery(at: number, releasedAt: number, now: number): void {
  if (at < releasedAt || at > now + 60_000) throw new RuleBroken('message-delivery-moment', {}, { at: ['not-between-release-and-now'] });
}

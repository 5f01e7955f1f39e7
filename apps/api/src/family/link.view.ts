import type {
  ApproachView,
  ContactStepView,
  FamilyLinkLineView,
  FamilyLinksView,
  FamilyLinkView,
  LinkPersonView,
  LinkSideView,
  RouteStepView,
} from '@panah/contracts/family-links.contract';
import { lapsesAt } from '@panah/domain/family/approach.rules';
import { allowedOf, ladderBetween } from '@panah/domain/family/grounds';
import { duesOf } from '@panah/domain/family/link-due';
import { positionOf } from '@panah/domain/family/position';
import { needsSecondVerifier } from '@panah/domain/family/verification.rules';
import type { LinkSide, RelatedPersonContext } from '@panah/domain/vocabulary/family';
import { linkActions } from './link-actions';
import type { BoardPage, BoardRow } from './link-board.records';
import type { LinkGround, OpenLink } from './link.entity';
import type { ContactPlanned, LinkParts } from './link-parts.records';
import type { LinkPeople } from './link-people.records';
import { allowedView, consentLine } from './wish.view';
import { dayOf } from '../platform/access/today';

type Names = ReadonlyMap<string, string>;

/** A link with all that its officers read. */
export interface WholeLink {
  link: OpenLink;
  parts: LinkParts;
  people: LinkPeople;
  grounds: readonly LinkGround[];
  names: Names;
  /** The client's case, where the reader works on it. */
  caseId: string | null;
  routeSteps: RouteStepView[];
}

export function linksView({ rows, next, total, byState }: BoardPage, people: ReadonlyMap<string, LinkPeople>): FamilyLinksView {
  return { items: rows.map((row) => lineOf(row, people.get(row.id))), next, total, byState };
}

function lineOf(row: BoardRow, people: LinkPeople | undefined): FamilyLinkLineView {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    stateBefore: row.stateBefore,
    clientName: people?.clientName ?? '',
    relativeName: people ? (relativeNames(people)[0] ?? '') : '',
    relation: people?.wish?.secrets.relative.relation ?? 'OTHER',
    lastStepAt: row.lastStepAt.toISOString(),
    due: duesOf(row.dates, Date.now())[0] ?? null,
    actions: linkActions(row.state, row.stateBefore),
  };
}

/** As they call themself, once they are found; until then as the client calls them. */
const relativeNames = ({ relative, wish }: LinkPeople): string[] =>
  relative?.secrets.names.length ? relative.secrets.names : (wish?.secrets.relative.names ?? []);

export function linkView(whole: WholeLink): FamilyLinkView {
  const { link, parts, people, names } = whole;
  const { row, secrets } = link;
  const person = (id: string): LinkPersonView => ({ id, name: names.get(id) ?? '' });
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    stateBefore: row.stateBefore,
    pauseReason: row.pauseReason,
    relation: people.wish?.secrets.relative.relation ?? 'OTHER',
    client: clientSide(whole),
    relative: relativeSide(whole),
    ladder: ladderBetween(whole.grounds),
    verification: row.verification,
    verifications: parts.verifications
      .filter(({ voidAt }) => voidAt === null)
      .map(({ level, context, byId, at, secrets: told }) => ({
        level,
        how: told?.how ?? '',
        context,
        by: person(byId),
        at: at.toISOString(),
      })),
    needsSecondVerifier: needsSecondVerifier((people.relative?.row.context ?? 'UNKNOWN') as RelatedPersonContext),
    tracingPlan: secrets.plan ?? null,
    methods: [...row.methods],
    tracing: parts.tracing.map(({ id, method, heldOn, outcome, byId, secrets: told }) => ({
      id,
      method,
      on: heldOn,
      outcome,
      details: told?.details ?? '',
      externalRef: told?.externalRef ?? null,
      by: person(byId),
    })),
    approach: approachOf(link, person),
    contacts: parts.contacts.map(contactOf),
    tellings: parts.tellings.map(({ toldSide, what, toldOn, byId }) => ({ to: toldSide, what, on: toldOn, by: person(byId) })),
    toClient: row.toClient,
    toRelative: row.toRelative,
    coolingUntil: row.coolingUntil?.toISOString() ?? null,
    route: row.route,
    routeSteps: whole.routeSteps,
    outcome: row.outcome,
    officers: parts.officers.map(({ staffId, side }) => ({ ...person(staffId), side })),
    history: parts.steps.map(({ event, fromState, toState, byId, at, note }) => ({
      event,
      from: fromState,
      to: toState,
      by: byId === null ? null : person(byId),
      at: at.toISOString(),
      note,
    })),
    asked: row.allowedAt ? null : row.asked,
    actions: linkActions(row.state, row.stateBefore),
  };
}

function clientSide(whole: WholeLink): LinkSideView {
  const { people, caseId, link } = whole;
  return {
    ...sideOf(whole, 'CLIENT', false),
    name: people.clientName,
    names: [people.clientName],
    caseId,
    wish: people.wish?.secrets.wish ?? null,
    risk: people.clientRisk,
    riskNote: link.secrets.clientRisk ?? null,
    isClient: true,
    minor: link.row.clientMinor,
    contactPoints: [],
    country: null,
    context: null,
    account: null,
  };
}

function relativeSide(whole: WholeLink): LinkSideView {
  const { people, link } = whole;
  const { relative, wish } = people;
  const names = relativeNames(people);
  return {
    ...sideOf(whole, 'RELATIVE', link.row.approachedAt !== null),
    name: names[0] ?? '',
    names,
    caseId: null,
    wish: null,
    risk: people.relativeRisk ?? link.row.relativeLevel,
    riskNote: link.secrets.relativeRisk ?? link.secrets.riskNote ?? null,
    isClient: (relative?.row.alsoClientId ?? null) !== null,
    minor: link.row.relativeMinor,
    contactPoints: relative?.secrets.contactPoints.map(({ kind, value, rule }) => ({ kind, value, rule })) ?? [],
    country: relative?.row.country ?? null,
    context: relative?.row.context ?? null,
    account: wish ? { ...wish.secrets.relative } : null,
  };
}

function sideOf(
  whole: WholeLink,
  side: LinkSide,
  asked: boolean,
): Pick<LinkSideView, 'side' | 'position' | 'heard' | 'consents' | 'allowed' | 'safeguard'> {
  const { grounds, parts, link, names } = whole;
  const told = grounds.find((each) => each.side === side && each.purpose === 'C09_DISCLOSE_REL') ?? null;
  const heard = parts.hearings.find((each) => each.side === side) ?? null;
  return {
    side,
    position: positionOf(told, heard, asked),
    heard: heard && {
      on: heard.heldOn,
      spokenDirectly: heard.spokenDirectly,
      alone: heard.alone,
      duress: heard.duress,
      by: { id: heard.byId, name: names.get(heard.byId) ?? '' },
    },
    consents: grounds.filter((each) => each.side === side).map(consentLine),
    allowed: allowedView(allowedOf(whole.grounds, side)),
    safeguard: link.secrets.safeguards?.[side] ?? null,
  };
}

function approachOf({ row, secrets }: OpenLink, person: (id: string) => LinkPersonView): ApproachView | null {
  if (row.approachBy === null) return null;
  return {
    clientRisk: secrets.clientRisk ?? '',
    relativeRisk: secrets.relativeRisk ?? '',
    channel: secrets.channel ?? '',
    channelSafe: secrets.channelSafe ?? false,
    writtenBy: person(row.approachBy),
    approvedBy: row.approvedBy === null ? null : person(row.approvedBy),
    approvedAt: row.approvedAt?.toISOString() ?? null,
    lapsesOn: row.approvedAt && dayOf(new Date(lapsesAt(row.approvedAt.getTime()))),
  };
}

function contactOf({ id, step, plannedAt, checkInDue, calledOffAt, secrets }: ContactPlanned): ContactStepView {
  return {
    id,
    step,
    at: plannedAt.toISOString(),
    supporter: secrets?.supporter ?? '',
    prepared: secrets?.prepared ?? false,
    checkInDue: checkInDue.toISOString(),
    checkIns: (secrets?.checkIns ?? []).map(({ side, effect, note, at }) => ({ side, effect, note, at })),
    calledOff: calledOffAt !== null,
  };
}

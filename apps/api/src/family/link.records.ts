import { Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import { type FamilyLinkEvent, familyLinkProcess } from '@panah/domain/family/family-link.process';
import { move } from '@panah/domain/process/process';
import type { LinkRemark } from '@panah/domain/vocabulary/family';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import type { Statement } from '../platform/database/unit-of-work';
import { notFound, Problem, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import {
  type FamilyLink,
  type LinkChange,
  type LinkGround,
  linkPartPlace,
  linkPlace,
  type LinkSecrets,
  type OpenLink,
} from './link.entity';
import { linkReachValues, withinLinkReach } from './link-reach';

type Row = FamilyLink & Record<string, unknown>;

const FIELDS =
  `id, orgId, officeId, clientId, wishId, relatedPersonId, state, stateBefore, pauseReason, lastStepAt, methods, verification, locatedBy, relativeLevel,
  approachBy, approachAt, approvedBy, approvedAt, approaches, approachedAt, asked, askedBy, askedAt, allowedBy, allowedAt, mediatorId, toClient, toRelative,
  clientHeardAt, coolingUntil, route, clientMinor, relativeMinor, outcome, closedAt, sealed, sealVersion, version`.split(/,\s*/);
const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** Of a link `l`. */
export const LINK_COLUMNS = FIELDS.map((field) => `l.${columnOf(field)} as "${field}"`).join(', ');
const ONE = { name: 'family-link.one', text: `select ${LINK_COLUMNS} from family_link l where l.id = $1 and ${withinLinkReach('l', 2)}` };
const HOLD = { name: 'family-link.hold', text: `${ONE.text} for update` };
/** For what acts for the office, past the reach of whoever began it; the walls of the table stand. */
const HOLD_KNOWN = { name: 'family-link.hold-known', text: `select ${LINK_COLUMNS} from family_link l where l.id = $1 for update` };
const STEP = {
  name: 'family-link.step',
  text: `insert into family_link_step (id, org_id, office_id, link_id, event, from_state, to_state, by_id, sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
const GROUNDS = {
  name: 'family-link.grounds',
  text: `select side, id, purpose, scope, state, given_at as "givenAt", expires_at as "expiresAt" from app.link_grounds($1)`,
};
const HOLD_GROUNDS = { name: 'family-link.hold-grounds', text: 'select app.hold_grounds($1)' };
/** One statement for each set of fields that a step changes; they are few. */
const moves = new Map<string, Statement>();

function moveStatement(fields: readonly string[]): Statement {
  const changes = fields.map((field, at) => `, ${columnOf(field)} = $${at + 5}`).join('');
  const made = moves.get(changes) ?? {
    name: `family-link.move.${moves.size}`,
    text: `update family_link l set state = $3, sealed = coalesce($4, sealed), seal_version = seal_version + ($4::bytea is not null)::int${changes}, version = version + 1
            where id = $1 and version = $2 returning ${LINK_COLUMNS}`,
  };
  moves.set(changes, made);
  return made;
}

/** A step taken, and what it leaves. */
export interface LinkMove {
  event: FamilyLinkEvent;
  change?: LinkChange;
  /** Added to what is sealed already. */
  secrets?: LinkSecrets;
  note?: string | null;
}

/** What is written down while a link stays where it is. */
export type LinkKept = Omit<LinkMove, 'event'> & {
  /** Named in the history; left out, the history stays silent. */
  action?: LinkRemark;
};

/** The door to the family links. Reach: their officers; a coordinator's office for what is decided without names. The log names the link and nobody. */
@Injectable()
export class LinkRecords {
  constructor(private readonly sealer: Sealer) {}

  async get(id: string, word: Word): Promise<OpenLink> {
    return this.found(await currentWork().row<Row>(ONE, [id, ...linkReachValues(word)]), id);
  }

  /**
   * As `get`, and nobody else moves it until this request is over. With both sides' words held too (`holdGrounds`) ask for those first.
   * @param version the one it was read in; throws 412 when it has moved since
   */
  async hold(id: string, word: Word, version: number | null = null): Promise<OpenLink> {
    const held = await this.found(await currentWork().row<Row>(HOLD, [id, ...linkReachValues(word)]), id);
    if (version !== null && held.row.version !== version) throw staleEdit(held.row.version, ['state']);
    return held;
  }

  /** For jobs, in a transaction that acts for the link's office. */
  async holdKnown(id: string): Promise<OpenLink> {
    return this.found(await currentWork().row<Row>(HOLD_KNOWN, [id]), id);
  }

  /** Takes a step of a held link by the drawing, and leaves it in the history that its officers read. Returns the link as it is then. */
  async move(held: OpenLink, { event, note, ...kept }: LinkMove): Promise<OpenLink> {
    const to = move(familyLinkProcess, held.row.state, event);
    const after = await this.write(held, to, kept);
    await this.leaveStep(held, event, note ?? null, to);
    return after;
  }

  /** Writes down what belongs to a held link without a step of the drawing. */
  async keep(held: OpenLink, { action, note, ...kept }: LinkKept): Promise<OpenLink> {
    const after = await this.write(held, held.row.state, kept);
    if (action) await this.leaveStep(held, action, note ?? null);
    return after;
  }

  /** A line in the history. Without a hand for the clock. */
  private async leaveStep(
    { row }: OpenLink,
    action: FamilyLinkEvent | LinkRemark,
    note: string | null = null,
    to: string = row.state,
  ): Promise<void> {
    const id = newId();
    const { kind, staffId } = currentActor();
    const sealed = note === null ? null : await this.sealer.seal(linkPartPlace('family_link_step', id, row.id), { note });
    const by = kind === 'STAFF' ? staffId : null;
    await currentWork().change(STEP, [id, row.orgId, row.officeId, row.id, action, row.state, to, by, sealed]);
  }

  /** How both sides stand: the newest word of each under each purpose. */
  async grounds(id: string): Promise<LinkGround[]> {
    return currentWork().rows<LinkGround & Record<string, unknown>>(GROUNDS, [id]);
  }

  /** Shares both sides' words until this request is over: whoever takes one back waits, or we see it. Before the link is held. */
  async holdGrounds(id: string): Promise<void> {
    await currentWork().row(HOLD_GROUNDS, [id]);
  }

  async openAll(rows: readonly FamilyLink[]): Promise<OpenLink[]> {
    const kept = rows.filter((row): row is FamilyLink & { sealed: Buffer } => row.sealed !== null);
    const opened = await this.sealer.openMany<LinkSecrets>(kept.map((row) => ({ place: linkPlace(row), sealed: row.sealed })));
    const secretsOf = new Map(kept.map(({ id }, at) => [id, opened[at]]));
    return rows.map((row) => ({ row, secrets: secretsOf.get(row.id) ?? {} }));
  }

  private async write(
    { row, secrets: before }: OpenLink,
    to: string,
    { change = {}, secrets }: Omit<LinkKept, 'action' | 'note'>,
  ): Promise<OpenLink> {
    const { id, version, sealVersion } = row;
    currentLine().changed(...(to === row.state ? [] : ['state']), ...Object.keys(change), ...Object.keys(secrets ?? {}));
    const after = secrets ? { ...before, ...secrets } : before;
    const sealed = secrets ? await this.sealer.seal(linkPlace({ id, sealVersion: sealVersion + 1 }), after) : null;
    const values = [id, version, to, sealed, ...(Object.values(change) as unknown[])];
    const moved = await currentWork().row<Row>(moveStatement(Object.keys(change)), values);
    if (!moved) throw new Problem(409, 'try-again');
    return { row: moved, secrets: after };
  }

  private async found(row: FamilyLink | null, id: string): Promise<OpenLink> {
    currentLine().about('family-link', id, row ? { officeId: row.officeId } : {});
    if (!row) throw notFound();
    currentLine().returned('family-link', [id]);
    const [open] = await this.openAll([row]);
    if (!open) throw notFound();
    return open;
  }
}

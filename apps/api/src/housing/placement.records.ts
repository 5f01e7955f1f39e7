import { Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import type { PlacementStanding } from '@panah/domain/housing/placement.process';
import type { ReachedCase } from '../cases/case.records';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import type { Statement } from '../platform/database/unit-of-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { Sealer } from '../platform/sealing/sealer';
import {
  type OpenPlacement,
  type Placement,
  type PlacementChange,
  placementLocation,
  type PlacementLocation,
  placementPlace,
  type PlacementSecrets,
} from './placement.entity';
import { refusalOfPlaces } from './refused-stay';

type Row = Placement & Record<string, unknown>;

export type RequestPlain = Pick<Placement, 'kind' | 'neededFrom' | 'neededUntil' | 'householdSize' | 'constraints' | 'accessibility'>;

/** A step taken, and what it leaves on the row. */
export interface PlacementMove {
  action: string;
  to: PlacementStanding;
  change: PlacementChange;
  secrets?: PlacementSecrets;
  reason?: string | null;
  note?: string | null;
}

const COLUMNS = `p.id, p.office_id as "officeId", p.client_id as "clientId", p.case_id as "caseId", p.state, p.state_since as "stateSince", p.kind,
  p.needed_from as "neededFrom", p.needed_until as "neededUntil", p.requested_on as "requestedOn", p.household_size as "householdSize", p.constraints, p.accessibility,
  p.unit_id as "unitId", p.reserved_from as "reservedFrom", p.planned_end_on as "plannedEndOn", p.held_until as "heldUntil", p.rules_language as "rulesLanguage",
  p.agreed_at as "agreedAt", p.moved_in_on as "movedInOn", p.moved_out_on as "movedOutOn", p.move_out_reason as "moveOutReason", p.destination,
  p.care_planned as "carePlanned", p.end_reason as "endReason", p.next_planned_on as "nextPlannedOn", p.declines, p.created_by as "createdBy",
  p.sealed, p.place_sealed as "placeSealed", p.seal_version as "sealVersion", p.version`;
const ONE = {
  name: 'placement.one',
  text: `select ${COLUMNS} from placement p where p.id = $1 and ${withinReachOfOne('p', 'client_id', 2)}`,
};
const HOLD = { name: 'placement.hold', text: `${ONE.text} for update` };
/** For what acts for the client's office: a consent that ends, the clock. */
const HOLD_ANY = { name: 'placement.hold-any', text: `select ${COLUMNS} from placement p where p.id = $1 for update` };
const OF_CASE = {
  name: 'placement.of-case',
  text: `select ${COLUMNS} from placement p where p.case_id = $1 and ${withinReachOfOne('p', 'client_id', 2)}
          order by (p.state in ('MOVED_OUT','CANCELLED')), p.created_at desc limit 50`,
};
const OF_UNIT = {
  name: 'placement.of-unit',
  text: `select p.id as "placementId", p.case_id as "caseId", f.case_ref as "caseRef", p.state, coalesce(p.moved_in_on, p.reserved_from) as "from",
           p.planned_end_on as until, p.household_size as beds
           from placement p join case_file f on f.id = p.case_id
          where p.unit_id = $1 and p.state not in ('MOVED_OUT','CANCELLED') and ${withinReachOfOne('p', 'client_id', 2)} order by 5, 1`,
};
const ACTIVE = {
  name: 'placement.active-on-case',
  text: `select exists (select from placement where case_id = $1 and state in ('RESERVED','IN_RESIDENCE','NOTICE')) as yes`,
};
const JOURNEY = {
  name: 'placement.journey',
  text: `select p.state, p.state_since as "since", case when p.state in ('MATCHED','OFFERED') then (p.held_until at time zone o.time_zone)::date else p.planned_end_on end as "dueOn", p.reserved_from as "reservedFrom",
           (select t.staff_id from case_team t where t.client_id = p.client_id and t.role = 'HOUSING' and t.starts_at <= now() and t.ended_at is null
             and (t.ends_at is null or t.ends_at > now()) order by t.starts_at, t.id limit 1) as "ownerId"
           from placement p join office o on o.id = p.office_id where p.case_id = $1 and ${withinReachOfOne('p', 'client_id', 2)}
          order by (p.state in ('MOVED_OUT','CANCELLED')), (p.state not in ('IN_RESIDENCE','NOTICE')), p.created_at desc limit 1`,
};
const ADD = {
  name: 'placement.add',
  text: `insert into placement (id, org_id, office_id, client_id, case_id, kind, needed_from, needed_until, requested_on, household_size, constraints, accessibility, created_by,
           sealed, place_sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
};
const EDIT = {
  name: 'placement.edit',
  text: `update placement set kind = $3, needed_from = $4, needed_until = $5, household_size = $6, constraints = $7, accessibility = $8, sealed = $9, place_sealed = $10,
           seal_version = seal_version + 1, version = version + 1 where id = $1 and version = $2`,
};
/** One statement for each set of fields that a step changes; they are few. */
const moves = new Map<string, Statement>();

function moveStatement(fields: readonly string[], sealed: boolean): Statement {
  const columns = fields.map((field) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  const changes = columns.map((column, at) => `, ${column} = $${at + 5 + (sealed ? 2 : 0)}`).join('');
  const words = sealed ? ', sealed = $5, place_sealed = $6, seal_version = seal_version + 1' : '';
  const key = `${words}${changes}`;
  const made = moves.get(key) ?? {
    name: `placement.move.${moves.size}`,
    text: `update placement set state_since = case when state = $3 then state_since else $4 end, state = $3${words}${changes}, version = version + 1 where id = $1 and version = $2`,
  };
  moves.set(key, made);
  return made;
}

const LANGUAGES = { name: 'placement.languages', text: 'select languages from client where id = $1' };

/** The door to the placements. Reach: the case team in roles whose classes name housing, the coordinator's office. */
@Injectable()
export class PlacementRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  /** In which somebody can be told the rules of a house. The caller has reached the client. */
  async languagesOf(clientId: string): Promise<string[]> {
    return (await currentWork().row<{ languages: string[] }>(LANGUAGES, [clientId]))?.languages ?? [];
  }

  /** What is open first, newest first. The caller has checked the case. */
  async ofCase(caseId: string): Promise<OpenPlacement[]> {
    return this.open(await currentWork().rows<Row>(OF_CASE, [caseId, ...reachValues('placement:read')]));
  }

  async get(id: string, word: Word = 'placement:read'): Promise<OpenPlacement> {
    return this.found(await currentWork().row<Row>(ONE, [id, ...reachValues(word)]), id);
  }

  /** As `get`, and nobody else moves or edits it until this request is over. */
  async hold(id: string, word: Word): Promise<OpenPlacement> {
    return this.found(await currentWork().row<Row>(HOLD, [id, ...reachValues(word)]), id);
  }

  /** For what acts for the client's office, past the reach of whoever began it; the walls of the table stand. */
  async holdForOffice(id: string): Promise<OpenPlacement> {
    return this.found(await currentWork().row<Row>(HOLD_ANY, [id]), id);
  }

  /** Whose stays in a unit the reader may know of. The caller has checked the unit. */
  async ofUnit(unitId: string): Promise<Resident[]> {
    return currentWork().rows<Resident & Record<string, unknown>>(OF_UNIT, [unitId, ...reachValues('placement:read')]);
  }

  /** Whether somebody lives in, or is to move into, a place of ours on this case: it is not closed over that (model 3.1). The caller has checked the case. */
  async activeOn(caseId: string): Promise<boolean> {
    return (await currentWork().row<{ yes: boolean }>(ACTIVE, [caseId]))?.yes ?? false;
  }

  /** Where a client stands with housing; null when nobody asked for any, or the reader may not know. The caller has checked the case. */
  async standing(
    caseId: string,
  ): Promise<{ state: PlacementStanding; since: Date; dueOn: string | null; reservedFrom: string | null; ownerId: string | null } | null> {
    return currentWork().row(JOURNEY, [caseId, ...reachValues('placement:read')]);
  }

  async add(
    { id: caseId, clientId, officeId }: Pick<ReachedCase, 'id' | 'clientId' | 'officeId'>,
    requestedOn: string,
    plain: RequestPlain,
    secrets: PlacementSecrets,
    location: PlacementLocation,
  ): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine()
      .about('placement', id, { clientId, officeId })
      .changed(...Object.keys(plain), 'wishes', 'avoidCities');
    const [sealed, placeSealed] = await this.seal({ id, clientId, sealVersion: 1 }, secrets, location);
    const { kind, neededFrom, neededUntil, householdSize, constraints, accessibility } = plain;
    const values = [
      id,
      orgId,
      officeId,
      clientId,
      caseId,
      kind,
      neededFrom,
      neededUntil,
      requestedOn,
      householdSize,
      constraints,
      accessibility,
    ];
    await refusalOfPlaces(currentWork().change(ADD, [...values, staffId, sealed, placeSealed]));
    await this.steps.record({ type: 'placement', id, action: 'request', from: null, to: 'REQUESTED', officeId, clientId });
    return id;
  }

  /** Throws 412 with the names of the fields that others changed meanwhile. */
  async edit(
    { row, secrets: before }: OpenPlacement,
    version: number,
    plain: RequestPlain,
    secrets: PlacementSecrets,
    location: PlacementLocation,
  ): Promise<void> {
    const old: Record<string, unknown> = { ...row, wishes: before.wishes };
    const changed = Object.entries({ ...plain, wishes: secrets.wishes }).flatMap(([name, value]) =>
      JSON.stringify(old[name] ?? null) === JSON.stringify(value ?? null) ? [] : [name],
    );
    if (row.version !== version) throw staleEdit(row.version, changed);
    currentLine().changed(...changed);
    const [sealed, placeSealed] = await this.seal({ ...row, sealVersion: row.sealVersion + 1 }, secrets, location);
    const { kind, neededFrom, neededUntil, householdSize, constraints, accessibility } = plain;
    await currentWork().change(EDIT, [
      row.id,
      version,
      kind,
      neededFrom,
      neededUntil,
      householdSize,
      constraints,
      accessibility,
      sealed,
      placeSealed,
    ]);
    await this.step({ row, secrets }, { action: 'edit', to: row.state, change: {} });
  }

  /** Takes a step on a held placement, and leaves it in the history. What a constraint refuses is said with its field. */
  async move(held: OpenPlacement, taken: PlacementMove): Promise<void> {
    const { row } = held;
    const { to, change, secrets } = taken;
    currentLine().changed('state', ...Object.keys(change));
    const words = secrets ? await this.seal({ ...row, sealVersion: row.sealVersion + 1 }, secrets, await this.locationOf(held)) : [];
    const values = [row.id, row.version, to, new Date(), ...words, ...(Object.values(change) as unknown[])];
    const moved = await refusalOfPlaces(currentWork().change(moveStatement(Object.keys(change), secrets !== undefined), values));
    if (moved === 0) throw notFound();
    await this.step(held, taken);
  }

  /** Which cities are avoided. The caller says in the log that they were opened, or only compares. */
  async locationOf({ row }: OpenPlacement): Promise<PlacementLocation> {
    return row.placeSealed ? this.sealer.open<PlacementLocation>(placementLocation(row), row.placeSealed) : { avoidCities: [] };
  }

  private async step({ row }: OpenPlacement, { action, to, reason = null, note = null }: PlacementMove): Promise<void> {
    const { id, officeId, clientId, state } = row;
    await this.steps.record({ type: 'placement', id, action, from: state, to, officeId, clientId, reason, note });
  }

  private seal(
    at: Pick<Placement, 'id' | 'clientId' | 'sealVersion'>,
    secrets: PlacementSecrets,
    location: PlacementLocation,
  ): Promise<[Buffer, Buffer]> {
    return Promise.all([this.sealer.seal(placementPlace(at), secrets), this.sealer.seal(placementLocation(at), location)]);
  }

  private async found(row: Row | null, id: string): Promise<OpenPlacement> {
    currentLine().about('placement', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    const [one] = row ? await this.open([row]) : [];
    if (!one) throw notFound();
    return one;
  }

  private async open(rows: readonly Row[]): Promise<OpenPlacement[]> {
    const secrets = await this.sealer.openMany<PlacementSecrets>(rows.map((row) => ({ place: placementPlace(row), sealed: row.sealed })));
    currentLine().returned(
      'placement',
      rows.map(({ id }) => id),
    );
    if (rows.length) currentLine().opened('HOUSING');
    return rows.flatMap((row, at) => (secrets[at] ? [{ row, secrets: secrets[at] }] : []));
  }
}

/** Somebody who stays in a unit, as the unit's page shows them. */
export interface Resident {
  placementId: string;
  caseId: string;
  caseRef: string;
  state: string;
  from: string;
  until: string | null;
  beds: number;
}

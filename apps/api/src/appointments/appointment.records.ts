import { Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import type { AppointmentState } from '@panah/domain/vocabulary/appointments';
import type { CaseFile } from '../cases/case.entity';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { type Place, Sealer } from '../platform/sealing/sealer';

/** When and for how long somebody is met. What for, with whom and where is sealed; where, under the key of locations. */
export interface Appointment {
  id: string;
  officeId: string;
  clientId: string;
  caseId: string;
  ownerId: string;
  state: AppointmentState;
  startsAt: Date;
  minutes: number;
  timeZone: string;
  sealed: Buffer;
  placeSealed: Buffer | null;
  sealVersion: number;
  version: number;
}

export interface AppointmentSecrets {
  kind: string;
  title: string | null;
  persons: string | null;
}

export interface OpenAppointment {
  row: Appointment;
  secrets: AppointmentSecrets;
}

export type AppointmentPlain = Pick<Appointment, 'ownerId' | 'startsAt' | 'minutes' | 'timeZone'>;
type AppointmentRow = Appointment & Record<string, unknown>;

const COLUMNS = `a.id, a.office_id as "officeId", a.client_id as "clientId", a.case_id as "caseId", a.owner_id as "ownerId", a.state, a.starts_at as "startsAt",
  a.minutes, a.time_zone as "timeZone", a.sealed, a.place_sealed as "placeSealed", a.seal_version as "sealVersion", a.version`;
const LIST = {
  name: 'appointment.of-case',
  text: `select ${COLUMNS} from appointment a where a.case_id = $1 and ${withinReachOfOne('a', 'client_id', 2)}
          order by (a.state <> 'PLANNED'), case when a.state = 'PLANNED' then a.starts_at end, a.starts_at desc, a.id limit 100`,
};
const ONE = {
  name: 'appointment.one',
  text: `select ${COLUMNS} from appointment a where a.id = $1 and ${withinReachOfOne('a', 'client_id', 2)}`,
};
const HOLD = { name: 'appointment.hold', text: `${ONE.text} for update` };
const ADD = {
  name: 'appointment.add',
  text: `insert into appointment (id, org_id, office_id, client_id, case_id, owner_id, starts_at, minutes, time_zone, created_by, sealed, place_sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
};
const EDIT = {
  name: 'appointment.edit',
  text: `update appointment set owner_id = $3, reminded_at = case when starts_at = $4 then reminded_at end, starts_at = $4, minutes = $5, time_zone = $6, sealed = $7,
           place_sealed = $8, seal_version = seal_version + 1, version = version + 1 where id = $1 and version = $2`,
};
const MOVE = { name: 'appointment.move', text: 'update appointment set state = $3, version = version + 1 where id = $1 and version = $2' };

/** The door to appointments. Reach: the case's, in the class of tasks. */
@Injectable()
export class AppointmentRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  /** What is ahead first, soonest first; then what was, newest first. */
  async ofCase(caseId: string): Promise<OpenAppointment[]> {
    return this.open(await currentWork().rows<AppointmentRow>(LIST, [caseId, ...reachValues('appointment:read')]));
  }

  async get(id: string, word: Word = 'appointment:read'): Promise<OpenAppointment> {
    return this.found(await currentWork().row<AppointmentRow>(ONE, [id, ...reachValues(word)]), id);
  }

  async hold(id: string): Promise<OpenAppointment> {
    return this.found(await currentWork().row<AppointmentRow>(HOLD, [id, ...reachValues('appointment:edit')]), id);
  }

  /** Where it is; the line in the log says that it was shown, and why (R-AC-03). */
  async placeOf({ row }: OpenAppointment, reason: string): Promise<string | null> {
    currentLine().about('appointment', row.id, row).because(reason).opened('LOCATION');
    if (!row.placeSealed) return null;
    return (await this.sealer.open<{ place: string }>(placePlace(row), row.placeSealed)).place;
  }

  async add(
    file: Pick<CaseFile, 'id' | 'clientId' | 'officeId'>,
    plain: AppointmentPlain,
    secrets: AppointmentSecrets,
    place: string | null,
  ): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    const { id: caseId, clientId, officeId } = file;
    currentLine()
      .about('appointment', id, { clientId, officeId })
      .changed('starts_at', 'minutes', ...Object.keys(secrets), ...(place ? ['place'] : []));
    const [sealed, placeSealed] = await this.seal({ id, clientId, sealVersion: 1 }, secrets, place);
    const { ownerId, startsAt, minutes, timeZone } = plain;
    const values = [id, orgId, officeId, clientId, caseId, ownerId, startsAt, minutes, timeZone, staffId, sealed, placeSealed];
    await currentWork().change(ADD, values);
    await this.steps.record({ type: 'appointment', id, action: 'agree', from: null, to: 'PLANNED', officeId, clientId });
    return id;
  }

  /** A place that is not given stays as it was. Throws 412 with the names of the fields that others changed meanwhile. */
  async edit(
    held: OpenAppointment,
    version: number,
    plain: AppointmentPlain,
    secrets: AppointmentSecrets,
    place: string | null,
  ): Promise<void> {
    const { row } = held;
    const before = {
      ...held.secrets,
      ownerId: row.ownerId,
      startsAt: row.startsAt.toISOString(),
      minutes: row.minutes,
      timeZone: row.timeZone,
    };
    const after = { ...secrets, ...plain, startsAt: plain.startsAt.toISOString() };
    const names = Object.keys(after) as (keyof typeof after)[];
    const changed = [...names.filter((name) => before[name] !== after[name]), ...(place ? ['place'] : [])];
    if (row.version !== version) throw staleEdit(row.version, changed);
    currentLine().changed(...changed);
    const kept = place ?? (row.placeSealed && (await this.sealer.open<{ place: string }>(placePlace(row), row.placeSealed)).place);
    const [sealed, placeSealed] = await this.seal({ ...row, sealVersion: row.sealVersion + 1 }, secrets, kept);
    const values = [row.id, version, plain.ownerId, plain.startsAt, plain.minutes, plain.timeZone, sealed, placeSealed];
    await currentWork().change(EDIT, values);
  }

  async move({ row }: OpenAppointment, to: AppointmentState): Promise<void> {
    const { id, version, clientId, officeId, state } = row;
    currentLine().changed('state');
    await currentWork().change(MOVE, [id, version, to]);
    await this.steps.record({ type: 'appointment', id, action: 'result', from: state, to, officeId, clientId });
  }

  private async seal(
    at: Pick<Appointment, 'id' | 'clientId' | 'sealVersion'>,
    secrets: AppointmentSecrets,
    place: string | null,
  ): Promise<[Buffer, Buffer | null]> {
    return [await this.sealer.seal(appointmentPlace(at), secrets), place ? await this.sealer.seal(placePlace(at), { place }) : null];
  }

  private async found(row: Appointment | null, id: string): Promise<OpenAppointment> {
    currentLine().about('appointment', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    const [appointment] = row ? await this.open([row]) : [];
    if (!appointment) throw notFound();
    return appointment;
  }

  private async open(rows: readonly Appointment[]): Promise<OpenAppointment[]> {
    const secrets = await this.sealer.openMany<AppointmentSecrets>(
      rows.map((row) => ({ place: appointmentPlace(row), sealed: row.sealed })),
    );
    currentLine().returned(
      'appointment',
      rows.map(({ id }) => id),
    );
    if (rows.length) currentLine().opened('TASKS');
    return rows.flatMap((row, at) => (secrets[at] ? [{ row, secrets: secrets[at] }] : []));
  }
}

type Sealed = Pick<Appointment, 'id' | 'clientId' | 'sealVersion'>;

export const appointmentPlace = ({ id, clientId, sealVersion }: Sealed): Place => ({
  table: 'appointment',
  rowId: id,
  subjectId: clientId,
  compartment: 'file',
  sealVersion,
});

export const placePlace = (row: Sealed): Place => ({ ...appointmentPlace(row), compartment: 'location' });

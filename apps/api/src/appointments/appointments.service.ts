import { Injectable } from '@nestjs/common';
import type {
  AppointmentInput,
  AppointmentListView,
  AppointmentResultInput,
  AppointmentView,
  PlaceRevealInput,
  AppointmentPlaceView,
} from '@panah/contracts/appointments.contract';
import { instantOf, wallTimeOf } from '@panah/domain/dates/zoned-time';
import { RuleBroken } from '@panah/domain/process/process';
import { assertTimeZone } from '@panah/domain/staff/office-calendar';
import { assertAppointment, assertResult } from '@panah/domain/tasks/appointment.rules';
import type { AppointmentState } from '@panah/domain/vocabulary/appointments';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { mayOn } from '../platform/access/may-on';
import { StaffRecords } from '../staff/staff.records';
import { CaseOwners } from '../tasks/case-owner.records';
import { NeutralTitle } from '../tasks/neutral-title.records';
import { type AppointmentPlain, AppointmentRecords, type AppointmentSecrets, type OpenAppointment } from './appointment.records';

type Names = ReadonlyMap<string, string>;

/** Appointments of a case, at the time a clock there shows. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly appointments: AppointmentRecords,
    private readonly cases: CaseRecords,
    private readonly owners: CaseOwners,
    private readonly titles: NeutralTitle,
    private readonly staff: StaffRecords,
  ) {}

  async list(caseId: string): Promise<AppointmentListView> {
    const file = await this.cases.reachable(caseId, 'appointment:read');
    const appointments = await this.appointments.ofCase(caseId);
    const owners = await this.owners.of(file);
    const names = await this.staff.names([...appointments.map(({ row }) => row.ownerId), ...owners]);
    return {
      id: caseId,
      items: appointments.map((appointment) => viewOf(appointment, file, names)),
      officeTimeZone: (await this.cases.calendarOf(file.officeId)).timeZone,
      owners: owners.map((id) => ({ id, name: names.get(id) ?? '' })),
      actions: file.state !== 'CLOSED' && mayOn('appointment:create', file) ? ['add'] : [],
    };
  }

  async read(id: string): Promise<AppointmentView> {
    const appointment = await this.appointments.get(id);
    const file = await this.cases.reachable(appointment.row.caseId, 'appointment:read');
    return viewOf(appointment, file, await this.staff.names([appointment.row.ownerId]));
  }

  async agree(caseId: string, input: AppointmentInput): Promise<AppointmentView> {
    const file = await this.cases.reachable(caseId, 'appointment:create');
    assertOpenCase(file);
    const plain = await this.plainOf(file, input);
    return this.read(await this.appointments.add(file, plain, secretsOf(input), input.place?.trim() || null));
  }

  async edit(id: string, version: number, input: AppointmentInput): Promise<AppointmentView> {
    const held = await this.appointments.hold(id);
    const file = await this.cases.reachable(held.row.caseId, 'appointment:edit');
    assertOpenCase(file);
    if (held.row.state !== 'PLANNED') throw new RuleBroken('not-open', { state: held.row.state, action: 'edit', open: [] });
    const plain = await this.plainOf(file, input, held);
    await this.appointments.edit(held, version, plain, secretsOf(input), input.place?.trim() || null);
    return this.read(id);
  }

  /** Held, not held or cancelled: two taps on a telephone. */
  async result(id: string, { state }: AppointmentResultInput): Promise<AppointmentView> {
    const held = await this.appointments.hold(id);
    await this.cases.reachable(held.row.caseId, 'appointment:edit');
    assertResult(held.row.state, state as AppointmentState, held.row.startsAt.toISOString(), new Date().toISOString());
    await this.appointments.move(held, state as AppointmentState);
    return this.read(id);
  }

  async place(id: string, { reason }: PlaceRevealInput): Promise<AppointmentPlaceView> {
    const appointment = await this.appointments.get(id, 'appointment:reveal');
    return { place: await this.appointments.placeOf(appointment, reason) };
  }

  private async plainOf(file: ReachedCase, input: AppointmentInput, before?: OpenAppointment): Promise<AppointmentPlain> {
    const { ownerId = file.primaryWorkerId, minutes, on, at, title } = input;
    const timeZone = input.timeZone ?? before?.row.timeZone ?? (await this.cases.calendarOf(file.officeId)).timeZone;
    assertTimeZone(timeZone);
    const startsAt = instantOf({ on, at }, timeZone);
    if (before?.row.startsAt.toISOString() !== startsAt) assertAppointment(startsAt, new Date().toISOString());
    await this.titles.assert(title, file.clientId);
    if (!ownerId) throw new RuleBroken('owner-not-on-team', {}, { ownerId: ['missing'] });
    if (ownerId !== before?.row.ownerId) await this.owners.assertOwner(file, ownerId);
    return { ownerId, minutes, timeZone, startsAt: new Date(startsAt) };
  }
}

const secretsOf = ({ kind, title, persons }: AppointmentInput): AppointmentSecrets => ({
  kind,
  title: title?.trim() || null,
  persons: persons?.trim() || null,
});

function viewOf({ row, secrets }: OpenAppointment, file: ReachedCase, names: Names): AppointmentView {
  const open = row.state === 'PLANNED' && file.state !== 'CLOSED' && mayOn('appointment:edit', file);
  const began = row.startsAt.getTime() <= Date.now();
  return {
    id: row.id,
    caseId: row.caseId,
    version: row.version,
    ...secrets,
    state: row.state,
    startsAt: row.startsAt.toISOString(),
    ...wallTimeOf(row.startsAt.toISOString(), row.timeZone),
    timeZone: row.timeZone,
    minutes: row.minutes,
    hasPlace: row.placeSealed !== null,
    owner: { id: row.ownerId, name: names.get(row.ownerId) ?? '' },
    actions: [
      ...(open ? ['edit', 'cancel', ...(began ? ['held', 'not-held'] : [])] : []),
      ...(row.placeSealed && mayOn('appointment:reveal', file) ? ['reveal'] : []),
    ],
  };
}

function assertOpenCase({ state }: ReachedCase): void {
  if (state === 'CLOSED') throw new RuleBroken('not-open', { state, action: 'edit', open: [] });
}

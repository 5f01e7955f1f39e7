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
import type { AppointmentKind, AppointmentState } from '@panah/domain/vocabulary/appointments';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { KnownColleagues } from '../cases/known-colleagues.records';
import { mayOn } from '../platform/access/may-on';
import { CaseOwners } from '../tasks/case-owner.records';
import { NeutralTitle } from '../tasks/neutral-title.records';
import { type AppointmentPlain, AppointmentRecords, type AppointmentSecrets, type OpenAppointment } from './appointment.records';

type Names = ReadonlyMap<string, string>;
const COUNSELLING: AppointmentKind = 'COUNSELLING';

/** Appointments of a case, at the time a clock there shows. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly appointments: AppointmentRecords,
    private readonly cases: CaseRecords,
    private readonly owners: CaseOwners,
    private readonly titles: NeutralTitle,
    private readonly known: KnownColleagues,
  ) {}

  async list(caseId: string): Promise<AppointmentListView> {
    const file = await this.cases.reachable(caseId, 'appointment:read');
    const appointments = await this.appointments.ofCase(caseId);
    const owners = await this.owners.toldOf(file);
    const names = await this.known.names(file, [...appointments.map(({ row }) => row.ownerId), ...owners]);
    return {
      id: caseId,
      items: appointments.map((appointment) => viewOf(appointment, file, names, this.known.mayKnow(file))),
      officeTimeZone: (await this.cases.calendarOf(file.officeId)).timeZone,
      owners: owners.map((id) => ({ id, name: names.get(id) ?? '' })),
      actions: file.state !== 'CLOSED' && mayOn('appointment:create', file) ? ['add'] : [],
    };
  }

  async read(id: string): Promise<AppointmentView> {
    const appointment = await this.appointments.get(id);
    const file = await this.cases.reachable(appointment.row.caseId, 'appointment:read');
    return viewOf(appointment, file, await this.known.names(file, [appointment.row.ownerId]), this.known.mayKnow(file));
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
    await this.assertTold(held, file, 'edit');
    if (held.row.state !== 'PLANNED') throw new RuleBroken('not-open', { state: held.row.state, action: 'edit', open: [] });
    const plain = await this.plainOf(file, input, held);
    await this.appointments.edit(held, version, plain, secretsOf(input), input.place?.trim() || null);
    return this.read(id);
  }

  /** Held, not held or cancelled: two taps on a telephone. */
  async result(id: string, { state }: AppointmentResultInput): Promise<AppointmentView> {
    const held = await this.appointments.hold(id);
    await this.assertTold(held, await this.cases.reachable(held.row.caseId, 'appointment:edit'), 'result');
    assertResult(held.row.state, state as AppointmentState, held.row.startsAt.toISOString(), new Date().toISOString());
    await this.appointments.move(held, state as AppointmentState);
    return this.read(id);
  }

  async place(id: string, { reason }: PlaceRevealInput): Promise<AppointmentPlaceView> {
    const appointment = await this.appointments.get(id, 'appointment:reveal');
    // for whoever is told of the appointment alone there is no place, as where none was written
    if (await this.isConcealed(appointment, await this.cases.reachable(appointment.row.caseId, 'appointment:reveal')))
      return { place: null };
    return { place: await this.appointments.placeOf(appointment, reason) };
  }

  /** Nobody changes what they are not told of (model 5.1, class 16). */
  private async assertTold(held: OpenAppointment, file: ReachedCase, action: string): Promise<void> {
    if (await this.isConcealed(held, file)) throw new RuleBroken('not-open', { state: held.row.state, action, open: [] });
  }

  private async isConcealed({ row, secrets }: OpenAppointment, file: ReachedCase): Promise<boolean> {
    return concealed(secrets, (await this.known.names(file, [row.ownerId])).get(row.ownerId), this.known.mayKnow(file));
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

/** What is left of an appointment for whoever may not know that the client is counselled (model 2.10): that there is one, and whether they came. */
const APPOINTMENT_ALONE: AppointmentSecrets = { kind: 'OTHER', title: null, persons: null };

/** @param owner the name of whoever goes, where the reader is told of them */
const concealed = ({ kind }: AppointmentSecrets, owner: string | undefined, told: boolean): boolean =>
  owner === undefined || (!told && kind === COUNSELLING);

function viewOf({ row, secrets }: OpenAppointment, file: ReachedCase, names: Names, told: boolean): AppointmentView {
  const name = names.get(row.ownerId);
  const isHidden = concealed(secrets, name, told);
  const open = !isHidden && row.state === 'PLANNED' && file.state !== 'CLOSED' && mayOn('appointment:edit', file);
  const began = row.startsAt.getTime() <= Date.now();
  return {
    id: row.id,
    caseId: row.caseId,
    version: row.version,
    ...(isHidden ? APPOINTMENT_ALONE : secrets),
    state: row.state,
    startsAt: row.startsAt.toISOString(),
    ...wallTimeOf(row.startsAt.toISOString(), row.timeZone),
    timeZone: row.timeZone,
    minutes: row.minutes,
    hasPlace: !isHidden && row.placeSealed !== null,
    owner: isHidden || name === undefined ? null : { id: row.ownerId, name },
    actions: [
      ...(open ? ['edit', 'cancel', ...(began ? ['held', 'not-held'] : [])] : []),
      ...(!isHidden && row.placeSealed && mayOn('appointment:reveal', file) ? ['reveal'] : []),
    ],
  };
}

function assertOpenCase({ state }: ReachedCase): void {
  if (state === 'CLOSED') throw new RuleBroken('not-open', { state, action: 'edit', open: [] });
}

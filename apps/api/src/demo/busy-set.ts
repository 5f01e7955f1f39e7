import { Injectable } from '@nestjs/common';
import { caseRefFrom } from '@panah/domain/numbers/case-ref';
import { addDays } from '@panah/domain/dates/calendar-days';
import { randomBytes } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import type { NoteSecrets } from '../notes/note.entity';
import { notePlace } from '../notes/note.records';
import { drawCaseReferences } from '../platform/case-references';
import type { UnitOfWork } from '../platform/database/unit-of-work';
import { UnitsOfWork } from '../platform/database/units-of-work';
import { newId } from '../platform/new-id';
import { IndexKey } from '../platform/sealing/index-key';
import { Sealer } from '../platform/sealing/sealer';
import { Tokens } from '../platform/sealing/tokens';
import { Chance } from './chance';
import { DrawnPages } from './drawn-pages';
import { layAdmitted } from './lay-admitted';
import type { LaidCase } from './lay-case';
import { type FilledOffice, layColleague } from './lay-colleague';
import { layConsents } from './lay-consents';
import { layEnquiry } from './lay-enquiry';
import { layEvents, layHistory } from './lay-long-file';
import { layTask } from './lay-tasks';
import { drawLife, type Life } from './lives';
import { drawPerson } from './person';
import { dayOf, type Setting } from './setting';
import { ORDER } from './order';
import { Shelf } from './shelf';

/** A caseworker with a great deal to do. */
export interface BusyColleague {
  id: string;
  /** Their cases with two thousand events. */
  longCases: string[];
}

/** What says that an office of these people is there. */
export const BUSY_OFFICE = 'Office with much to do';
const SEED = 4;
const [WORKERS, LONG_CASES, CASES] = [3, 2, 500];
/** Of five hundred open cases: four tasks hang on each, two thousand in all. */
const STATES: readonly [state: Life['state'], cases: number][] = [
  ['ACTIVE', 420],
  ['PLANNING', 35],
  ['ASSESSMENT', 25],
  ['ON_HOLD', 20],
];
const EVENTS = 2000;
/** Of the long cases: what happened after the consents were told. */
const LATEST = 24;
const NOTES_A_CASE = 4;
const DRAFTS = 5;
const WAITING: readonly [state: Life['state'], enquiries: number][] = [
  ['ENQUIRY', 20],
  ['INTAKE', 20],
];
/** Those of the load set are numbered from one. */
const FIRST_NUMBER = 10_001;

/** An office beside those of a load set, where few people have very much to do: nothing else that is measured meets them. */
@Injectable()
export class BusySet {
  constructor(
    private readonly units: UnitsOfWork,
    private readonly sealer: Sealer,
    private readonly tokens: Tokens,
    private readonly indexKey: IndexKey,
  ) {}

  /** `orgId` is the organisation of the load set. Returns the caseworkers. */
  async fill(orgId: string, now: number = Date.now()): Promise<BusyColleague[]> {
    const office = { id: newId(), coordinators: [] as string[], caseworkers: [] as string[] };
    const partner = { id: newId(), name: 'Partner Association (AL)' };
    const setting: Setting = { orgId, keepsLog: false, namesTasks: true, partner, now, offices: [office] };
    const actor = { orgId, roles: ['COORDINATOR'], coordinatedOffices: [office.id], enquiryOffices: [office.id] };
    await this.units.runAs(actor, (work) => this.layOffice(work, setting, office));
    const busy: BusyColleague[] = [];
    for (const [at, id] of office.caseworkers.entries()) {
      // a draft is written by its author and by nobody else
      const longCases = await this.units.runAs({ ...actor, staffId: id }, (work) => this.layCases(work, setting, id, at));
      busy.push({ id, longCases });
    }
    return busy;
  }

  private async layOffice(work: UnitOfWork, setting: Setting, office: FilledOffice): Promise<void> {
    const shelf = new Shelf();
    const calendar = { time_zone: 'Europe/Tirane', weekend_days: [6, 7], holidays: [], version: 1 };
    shelf.add('office', { id: office.id, org_id: setting.orgId, name: BUSY_OFFICE, ...calendar });
    for (let at = 0; at <= WORKERS; at++)
      await layColleague(shelf, this.tokens, setting.orgId, office, {
        number: FIRST_NUMBER + at,
        role: at === 0 ? 'COORDINATOR' : 'CASEWORKER',
      });
    await shelf.empty(work, this.sealer, ORDER);
    await this.layWaiting(shelf, setting, new Chance(SEED));
    await shelf.empty(work, this.sealer, ORDER);
  }

  /** Enquiries that nobody admitted yet. */
  private async layWaiting(shelf: Shelf, setting: Setting, chance: Chance): Promise<void> {
    const pages = new DrawnPages(this.indexKey, setting.orgId);
    const [office] = setting.offices;
    if (!office) return;
    for (const state of repeated(WAITING)) {
      const file = { id: newId(), officeId: office.id, caseRef: caseRefFrom(randomBytes(6)), clientId: null };
      const people = { workerId: chance.pick(office.caseworkers), coordinatorId: office.coordinators[0] ?? '' };
      const person = drawPerson(chance, dayOf(new Date(setting.now)));
      await layEnquiry(shelf, setting, chance, pages, { ...file, ...people }, drawLife(chance, state, 0), person);
    }
  }

  /** Lays the cases of one caseworker; gives the ids of the long ones. */
  private async layCases(work: UnitOfWork, setting: Setting, workerId: string, number: number): Promise<string[]> {
    const chance = new Chance(SEED * 1000 + number);
    const pages = new DrawnPages(this.indexKey, setting.orgId);
    const [office] = setting.offices;
    if (!office) return [];
    const shelf = new Shelf();
    const references = await drawCaseReferences(work, CASES);
    const files: LaidCase[] = [];
    for (const [at, state] of repeated(STATES).entries()) {
      const life = drawLife(chance, state, NOTES_A_CASE - 1);
      const person = drawPerson(chance, dayOf(new Date(setting.now)));
      const file = await layAdmitted(shelf, setting, chance, pages, { office, person, workerId, life, caseRef: references[at] ?? '' });
      layConsents(shelf, setting, file, new Date(setting.now - 3_600_000));
      if (state === 'ON_HOLD') layPaused(shelf, setting, file, chance);
      files.push(file);
      if (at % 10 === 0) await breath();
    }
    for (const file of files.slice(-DRAFTS)) layDraft(shelf, setting, file);
    const long = files.slice(0, LONG_CASES);
    for (const file of long) layHistory(shelf, setting, file, chance, EVENTS - LATEST);
    await shelf.empty(work, this.sealer, ORDER);
    for (const file of long) layEvents(shelf, setting, file, chance, latest());
    await shelf.empty(work, this.sealer, ORDER);
    return long.map(({ id }) => id);
  }
}

const repeated = (counts: readonly [state: Life['state'], count: number][]): Life['state'][] =>
  counts.flatMap(([state, count]) => Array.from({ length: count }, () => state));

/** The last seconds, a moment for each. */
const latest = (): Date[] => Array.from({ length: LATEST }, (_, at) => new Date(Date.now() + at - LATEST));

/** The tasks of a case on hold: they wait with it, but for what concerns safety. */
function layPaused(shelf: Shelf, setting: Setting, file: LaidCase, chance: Chance): void {
  const today = dayOf(new Date(setting.now));
  for (const kind of ['CONTACT', 'FOLLOW_UP', 'DOCUMENT'] as const)
    layTask(shelf, setting, file, kind, addDays(today, chance.between(0, 60)), chance, addDays(today, -5));
  layTask(shelf, setting, file, 'RISK_REVIEW', addDays(today, chance.between(-1, 10)), chance);
}

function layDraft(shelf: Shelf, setting: Setting, file: LaidCase): void {
  const id = newId();
  const at = new Date(setting.now - 7_200_000);
  const payload: NoteSecrets = { body: 'To be finished.', direction: null, channel: null, minutes: null };
  shelf.add(
    'case_note',
    {
      id,
      org_id: setting.orgId,
      office_id: file.officeId,
      client_id: file.clientId,
      case_id: file.id,
      author_id: file.workerId,
      type: 'ADMIN',
      class: 'CONFIDENTIAL',
      state: 'DRAFT',
      happened_at: at,
      saved_at: at,
      seal_version: 1,
      version: 1,
    },
    { place: notePlace({ id, clientId: file.clientId, class: 'CONFIDENTIAL', sealVersion: 1 }), payload },
  );
}

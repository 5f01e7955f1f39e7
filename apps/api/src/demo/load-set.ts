import { setImmediate as breath } from 'node:timers/promises';
import { recipientId } from '../consents/recipients.records';
import { drawCaseReferences } from '../platform/case-references';
import type { UnitOfWork } from '../platform/database/unit-of-work';
import { type ActingAs, UnitsOfWork } from '../platform/database/units-of-work';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import { IndexKey } from '../platform/sealing/index-key';
import { Tokens } from '../platform/sealing/tokens';
import { Injectable } from '@nestjs/common';
import { Chance } from './chance';
import { DrawnPages } from './drawn-pages';
import { layAdmitted } from './lay-admitted';
import { type FilledOffice, layColleague } from './lay-colleague';
import { layExampleRules, VERIFY_EXAMPLE } from './lay-claims';
import { type CounsellingRoom, layLoadCounselling } from './lay-load-counselling';
import { layLoadClaim } from './lay-load-claims';
import { BedBook, layLoadStays, layLoadUnits } from './lay-load-housing';
import { drawLife, type Life } from './lives';
import { drawPerson } from './person';
import type { LegalDesk } from './load-claim';
import { dayOf, type DrawnOffice, type DrawnUnit, type Setting } from './setting';
import { Shelf } from './shelf';
import { COUNSELLING_ORDER, ORDER } from './order';

export interface LoadSize {
  clients: number;
  notes: number;
  /** Coordinators and caseworkers together; one coordinator to every twenty-one people. Counsellors, lawyers and housing officers come on top. */
  staff: number;
  seed: number;
}

/** States of the cases, in the proportions of model.md 8.2, without those that have no case yet. */
const STATES: Record<string, number> = { ASSESSMENT: 7, PLANNING: 5, ACTIVE: 50, ON_HOLD: 6, CLOSURE_REQUESTED: 3, CLOSED: 29 };
const REVISION = {
  name: 'load-set.revision',
  text: 'select coalesce(max(revision), 0)::int as revision from country_profile_value where org_id = $1',
};
const PER_OFFICE = 21;
/** One counsellor, and one lawyer, to so many clients; besides them an office has somebody who leads the counsellors, and a housing officer. */
const CLIENTS_A_SPECIALIST = 400;
const REPRESENTATIVES = 8;
const BATCH = 200;
/** Batches that are written at a time, and files that are drawn in one go. */
const [AT_ONCE, TOGETHER] = [3, 10];

/** An office of a load set with those who house, counsel and represent. */
interface LoadOffice extends DrawnOffice {
  room: CounsellingRoom;
  desk: LegalDesk;
  /** By batches that are written at a time: two of them never wait for each other's units. */
  beds: readonly BedBook[];
}

/** A large set for measuring: the same drawing, the same sealing, tokens and references as everywhere, in batches. */
@Injectable()
export class LoadSet {
  constructor(
    private readonly units: UnitsOfWork,
    private readonly sealer: Sealer,
    private readonly tokens: Tokens,
    private readonly indexKey: IndexKey,
  ) {}

  /** Fills a new organisation beside what is there. `progress` hears the number of clients laid so far. Returns the organisation's id. */
  async fill(size: LoadSize, progress: (done: number) => void, now: number = Date.now()): Promise<string> {
    // what is drawn of housing and counselling, or of claims, moves nothing else that is drawn
    const [chance, beside, legal] = [new Chance(size.seed), new Chance(size.seed + 7919), new Chance(size.seed + 15_838)];
    const { setting, offices } = await this.found(size, now, beside);
    const actor: ActingAs = {
      orgId: setting.orgId,
      roles: ['COORDINATOR'],
      coordinatedOffices: setting.offices.map(({ id }) => id),
      enquiryOffices: setting.offices.map(({ id }) => id),
    };
    const pages = new DrawnPages(this.indexKey, setting.orgId);
    const references = await this.units.runAs(actor, (work) => drawCaseReferences(work, size.clients));
    let notesLeft = size.notes;
    let writing: Promise<void>[] = [];
    for (let [done, batch] = [0, 0]; done < size.clients; batch++) {
      const [shelf, room] = [new Shelf(), new Shelf()];
      const office = offices[batch % offices.length];
      const beds = office?.beds[Math.floor(batch / offices.length) % AT_ONCE];
      if (!office || !beds) throw new Error('A load set needs an office.');
      const until = Math.min(size.clients, done + BATCH);
      for (const caseRef of references.splice(0, until - done)) {
        const share = Math.max(1, Math.round((notesLeft / (size.clients - done)) * chance.normal(1, 0.4, 0.2, 3)));
        const notes = Math.min(share, Math.max(1, notesLeft - (size.clients - done - 1)));
        notesLeft -= notes;
        const life = drawLife(chance, chance.weighted(STATES) as Life['state'], notes - 1);
        const person = drawPerson(chance, dayOf(new Date(setting.now)));
        const workerId = chance.pick(office.caseworkers);
        const file = await layAdmitted(shelf, setting, chance, pages, { office, person, workerId, life, caseRef });
        layLoadStays(shelf, setting, beside, file, life, beds);
        layLoadClaim(shelf, setting, legal, { file, life, desk: office.desk });
        layLoadCounselling(shelf, setting, beside, { file, life, room, people: office.room });
        if (++done % TOGETHER === 0) await breath(); // what PostgreSQL answers meanwhile is heard
      }
      // batches know nothing of each other: while some are written, the next is drawn
      const written = this.units
        .runAs(actor, (work) => shelf.empty(work, this.sealer, ORDER))
        // what people say in counselling is written by whoever leads it, and by nobody who answers for the office
        .then(() => this.asLead(setting, office, (work) => room.empty(work, this.sealer, COUNSELLING_ORDER)))
        .then(() => progress(until));
      written.catch(() => undefined); // heard below, when its turn comes
      writing = [...writing.slice(1 - AT_ONCE), written];
      if (writing.length === AT_ONCE) await writing[0];
    }
    await Promise.all(writing);
    return setting.orgId;
  }

  private async asLead({ orgId }: Setting, { room }: LoadOffice, act: (work: UnitOfWork) => Promise<void>): Promise<void> {
    await this.units.runAs({ orgId, staffId: room.leadId, asMember: true }, act);
  }

  private async found({ clients, staff }: LoadSize, now: number, chance: Chance): Promise<{ setting: Setting; offices: LoadOffice[] }> {
    const orgId = newId();
    const shelf = new Shelf();
    shelf.add('org', { id: orgId, name: 'Load set', created_at: new Date(now) });
    const offices = Array.from({ length: Math.max(1, Math.round(staff / PER_OFFICE)) }, (_, at) => ({
      at,
      id: newId(),
      coordinators: [] as string[],
      caseworkers: [] as string[],
    }));
    for (const { id, at } of offices)
      shelf.add('office', {
        id,
        org_id: orgId,
        name: `Office ${at + 1}`,
        time_zone: 'Europe/Tirane',
        weekend_days: [6, 7],
        holidays: [],
        version: 1,
      });
    for (let at = 0; at < staff; at++) {
      const office = offices[at % offices.length];
      const role = at < offices.length ? 'COORDINATOR' : 'CASEWORKER';
      if (office) await layColleague(shelf, this.tokens, orgId, office, { number: at + 1, role });
    }
    const setting: Setting = { orgId, keepsLog: false, now, offices };
    const whole: LoadOffice[] = [];
    for (const office of offices)
      whole.push(await this.furnish(shelf, setting, chance, office, { clients: clients / offices.length, after: staff }));
    const [coordinatorId = ''] = offices[0]?.coordinators ?? [];
    layExampleRules(shelf, setting, coordinatorId);
    const coordinatedOffices = offices.map(({ id }) => id);
    const actor: ActingAs = { orgId, roles: ['COORDINATOR'], coordinatedOffices, enquiryOffices: coordinatedOffices };
    await this.units.runAs(actor, (work) => shelf.empty(work, this.sealer, ORDER));
    const revision = await this.verifyExample(orgId, whole[0]?.desk.lawyerIds[0] ?? '');
    return { setting, offices: whole.map((office) => ({ ...office, desk: { ...office.desk, revision } })) };
  }

  /** Returns up to which verification deadlines are reckoned then. */
  private async verifyExample(orgId: string, lawyerId: string): Promise<number> {
    return this.units.runAs({ orgId, staffId: lawyerId }, async (work) => {
      await work.change(VERIFY_EXAMPLE, [orgId, lawyerId]);
      return (await work.row<{ revision: number }>(REVISION, [orgId]))?.revision ?? 0;
    });
  }

  /** Gives an office its counsellors, its lawyers and who represents their clients, its housing officer and its units. */
  private async furnish(
    shelf: Shelf,
    setting: Setting,
    chance: Chance,
    office: FilledOffice & { at: number },
    { clients, after }: { clients: number; after: number },
  ): Promise<LoadOffice> {
    const specialists = Math.max(1, Math.ceil(clients / CLIENTS_A_SPECIALIST));
    let number = after + office.at * (2 * specialists + 2);
    const colleague = (role: 'COUNSELLOR' | 'HOUSING' | 'LEGAL', leads?: true): Promise<string> =>
      layColleague(shelf, this.tokens, setting.orgId, office, { number: ++number, role, ...(leads ? { leads } : {}) });
    const [officer, leadId] = [await colleague('HOUSING'), await colleague('COUNSELLOR', true)];
    const [counsellorIds, lawyerIds]: [string[], string[]] = [[], []];
    while (counsellorIds.length < specialists) counsellorIds.push(await colleague('COUNSELLOR'));
    while (lawyerIds.length < specialists) lawyerIds.push(await colleague('LEGAL'));
    const where = { officeId: office.id, by: officer, clients, number: office.at };
    const units: DrawnUnit[] = await layLoadUnits(shelf, setting, this.tokens, chance, where);
    const beds = Array.from({ length: AT_ONCE }, (_, group) => new BedBook(units.filter((_unit, at) => at % AT_ONCE === group)));
    const desk: LegalDesk = { lawyerIds, representatives: await this.representatives(setting), revision: 0 };
    return { ...office, room: { leadId, counsellorIds }, desk, beds };
  }

  private async representatives({ orgId }: Setting): Promise<LegalDesk['representatives']> {
    const names = Array.from({ length: REPRESENTATIVES }, (_, at) => `Representative ${at + 1}`);
    return Promise.all(names.map(async (name) => ({ name, recipient: await recipientId(this.tokens, orgId, 'PROFESSIONAL', name) })));
  }
}

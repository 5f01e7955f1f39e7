import { setImmediate as breath } from 'node:timers/promises';
import { drawCaseReferences } from '../platform/case-references';
import { type ActingAs, UnitsOfWork } from '../platform/database/units-of-work';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import { IndexKey } from '../platform/sealing/index-key';
import { Tokens } from '../platform/sealing/tokens';
import { Injectable } from '@nestjs/common';
import { Chance } from './chance';
import { DrawnPages } from './drawn-pages';
import { layAdmitted } from './lay-admitted';
import { layColleague } from './lay-colleague';
import { drawLife, type Life } from './lives';
import { drawPerson } from './person';
import { dayOf, type Setting } from './setting';
import { Shelf } from './shelf';
import { ORDER } from './order';

export interface LoadSize {
  clients: number;
  notes: number;
  /** Coordinators and caseworkers together; one coordinator to every twenty-one people. */
  staff: number;
  seed: number;
}

/** States of the cases, in the proportions of model.md 8.2, without those that have no case yet. */
const STATES: Record<string, number> = { ASSESSMENT: 7, PLANNING: 5, ACTIVE: 50, ON_HOLD: 6, CLOSURE_REQUESTED: 3, CLOSED: 29 };
const PER_OFFICE = 21;
const BATCH = 200;
/** Batches that are written at a time, and files that are drawn in one go. */
const [AT_ONCE, TOGETHER] = [3, 10];

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
    const chance = new Chance(size.seed);
    const setting = await this.found(size, now);
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
    for (let done = 0; done < size.clients;) {
      const shelf = new Shelf();
      const until = Math.min(size.clients, done + BATCH);
      for (const caseRef of references.splice(0, until - done)) {
        const share = Math.max(1, Math.round((notesLeft / (size.clients - done)) * chance.normal(1, 0.4, 0.2, 3)));
        const notes = Math.min(share, Math.max(1, notesLeft - (size.clients - done - 1)));
        notesLeft -= notes;
        const life = drawLife(chance, chance.weighted(STATES) as Life['state'], notes - 1);
        const office = chance.pick(setting.offices);
        const person = drawPerson(chance, dayOf(new Date(setting.now)));
        await layAdmitted(shelf, setting, chance, pages, { office, person, workerId: chance.pick(office.caseworkers), life, caseRef });
        if (++done % TOGETHER === 0) await breath(); // what PostgreSQL answers meanwhile is heard
      }
      // batches know nothing of each other: while some are written, the next is drawn
      const written = this.units.runAs(actor, (work) => shelf.empty(work, this.sealer, ORDER)).then(() => progress(until));
      written.catch(() => undefined); // heard below, when its turn comes
      writing = [...writing.slice(1 - AT_ONCE), written];
      if (writing.length === AT_ONCE) await writing[0];
    }
    await Promise.all(writing);
    return setting.orgId;
  }

  private async found({ staff }: LoadSize, now: number): Promise<Setting> {
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
      if (office) await layColleague(shelf, this.tokens, orgId, office, { number: at + 1, coordinator: at < offices.length });
    }
    await this.units.runAs({ orgId }, (work) => shelf.empty(work, this.sealer, ORDER));
    return { orgId, keepsLog: false, now, offices };
  }
}

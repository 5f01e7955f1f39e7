import { setImmediate as breath } from 'node:timers/promises';
import { drawCaseReferences } from '../platform/case-references';
import { type ActingAs, UnitsOfWork } from '../platform/database/units-of-work';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import { IndexKey } from '../platform/sealing/index-key';
import { Tokens } from '../platform/sealing/tokens';
import { staffPlace } from '../platform/session/credentials';
import { Injectable } from '@nestjs/common';
import { Chance } from './chance';
import { DrawnPages } from './drawn-pages';
import { layCase, toldOf } from './lay-case';
import { layClient } from './lay-client';
import { layEnquiry } from './lay-enquiry';
import { drawLife, type Life } from './lives';
import { drawPerson } from './person';
import { dayOf, momentAgo, type Setting } from './setting';
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
        await this.layFile(shelf, setting, chance, pages, drawLife(chance, chance.weighted(STATES) as Life['state'], notes - 1), caseRef);
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
      if (office) await this.layColleague(shelf, orgId, office, at, at < offices.length);
    }
    await this.units.runAs({ orgId }, (work) => shelf.empty(work, this.sealer, ORDER));
    return { orgId, keepsLog: false, now, offices };
  }

  /** Colleagues of the load set have no password: nobody signs in as them but the benchmark, which opens sessions of its own. */
  private async layColleague(
    shelf: Shelf,
    orgId: string,
    office: { id: string; coordinators: string[]; caseworkers: string[] },
    at: number,
    coordinator: boolean,
  ): Promise<void> {
    const id = newId();
    (coordinator ? office.coordinators : office.caseworkers).push(id);
    shelf.add(
      'staff_member',
      {
        id,
        org_id: orgId,
        state: 'ACTIVE',
        login_token: await this.tokens.of('login', `${orgId}/${at}`),
        second_factor_required: true,
        second_factor_step: 0,
        tie_state: 'NONE',
        language: 'en',
        is_demo: false,
        invited_at: new Date(),
        seal_version: 1,
        version: 1,
        confirmation_round: 0,
      },
      { place: staffPlace(id, 1), payload: { displayName: `Colleague ${at + 1}`, login: `${orgId}/${at}` } },
    );
    shelf.add('staff_role', {
      id: newId(),
      org_id: orgId,
      staff_id: id,
      office_id: office.id,
      role: coordinator ? 'COORDINATOR' : 'CASEWORKER',
      duties: [],
      granted_at: new Date(),
      confirmed_at: new Date(),
      confirmed_how: 'DEMONSTRATION',
    });
  }

  private async layFile(shelf: Shelf, setting: Setting, chance: Chance, pages: DrawnPages, life: Life, caseRef: string): Promise<void> {
    const office = chance.pick(setting.offices);
    const person = drawPerson(chance, dayOf(new Date(setting.now)));
    const [coordinatorId = ''] = office.coordinators;
    const clientId = newId();
    const file = {
      id: newId(),
      officeId: office.id,
      caseRef,
      workerId: chance.pick(office.caseworkers),
      coordinatorId,
      clientId,
    };
    await layEnquiry(shelf, setting, chance, pages, file, life, person);
    const pseudonym = await layClient(
      shelf,
      setting,
      chance,
      pages,
      { id: clientId, officeId: office.id, by: coordinatorId, at: momentAgo(setting, life.openedDaysAgo ?? 0, 9 * 60) },
      person,
    );
    layCase(
      shelf,
      setting,
      chance,
      { ...file, ...toldOf(person, pseudonym), id: newId(), enquiryId: file.id, secondCoordinatorId: coordinatorId },
      life,
    );
  }
}

import { Injectable } from '@nestjs/common';
import { caseRefFrom } from '@panah/domain/numbers/case-ref';
import { UnitsOfWork } from '../platform/database/units-of-work';
import type { UnitOfWork } from '../platform/database/unit-of-work';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import { IndexKey } from '../platform/sealing/index-key';
import { Tokens } from '../platform/sealing/tokens';
import { staffPlace } from '../platform/session/credentials';
import { hashPassword } from '../platform/session/passwords';
import { Chance } from './chance';
import { DrawnPages } from './drawn-pages';
import { DemoFamily } from './demo-family';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, DEMO_SPECIALISTS, type DemoAccount } from './demo-staff';
import { layAbsence } from './lay-board';
import { type LaidCase, layCase, toldOf } from './lay-case';
import { layConsents } from './lay-consents';
import { layReferral } from './lay-referral';
import { asHandedOver, layTransfers, settleTransfers } from './lay-transfers';
import { layClient } from './lay-client';
import { layLicences } from './lay-counselling';
import { layExampleRules, VERIFY_EXAMPLE } from './lay-claims';
import { layDuty } from './lay-duty';
import { layOfficeIncidents } from './lay-office-incident';
import { layHousing } from './lay-housing';
import { layEnquiry } from './lay-enquiry';
import { drawLife, type Life, STATES } from './lives';
import { type DrawnPerson, drawPerson } from './person';
import { dayOf, momentAgo, type Setting } from './setting';
import { COUNSELLING_ORDER, ORDER } from './order';
import { Shelf } from './shelf';

const CLINIC = 'Partner Legal Clinic (DE)';
/** Which of the files, in the order in which they are laid: the last with a plan in force, and one of the closed ones, both in the North. */
const [OFFERED, HANDED_OVER] = [46, 58];

type DemoIds = Record<'north' | 'south' | 'partner' | 'clinic', string>;

/** The first start of a demonstration: an organisation with two offices, an account for each role, and sixty fictional files. */
@Injectable()
export class DemoHouse {
  constructor(
    private readonly units: UnitsOfWork,
    private readonly sealer: Sealer,
    private readonly tokens: Tokens,
    private readonly indexKey: IndexKey,
    private readonly family: DemoFamily,
  ) {}

  /** Fills an empty house; does nothing in one where somebody has an account. Days are counted back from `now`. */
  async fill(now: number = Date.now()): Promise<boolean> {
    if (await this.units.hasAccounts()) return false;
    const chance = new Chance(20260703);
    const orgId = newId();
    const ids = { north: newId(), south: newId(), partner: newId(), clinic: newId() };
    const shelf = new Shelf();
    const staff = await this.layHouse(shelf, orgId, ids);
    const setting: Setting = {
      orgId,
      keepsLog: true,
      partner: { id: ids.partner, name: 'Partner Association (AL)' },
      now,
      offices: [
        {
          id: ids.north,
          coordinators: [idOf(staff, 'coordinator'), idOf(staff, 'coordinator2')],
          caseworkers: ['caseworker', 'caseworker2', 'caseworker3'].map((login) => idOf(staff, login)),
          specialists: DEMO_SPECIALISTS.map(({ login, ...each }) => ({ ...each, staffId: idOf(staff, login) })),
        },
        { id: ids.south, coordinators: [idOf(staff, 'south')], caseworkers: [idOf(staff, 'southworker')] },
      ],
    };
    const [north] = setting.offices;
    const room = new Shelf();
    const counsellors = { counsellorId: idOf(staff, 'counsellor'), supervisorId: idOf(staff, 'counsellor2') };
    if (north) north.counselling = { ...counsellors, licences: layLicences(room, setting, north.id, counsellors), room };
    if (north) north.units = await layHousing(shelf, setting, this.tokens, { officeId: north.id, by: idOf(staff, 'housing') });
    const clients = new Map<string, DrawnPerson>();
    const transfers = await this.layFiles(shelf, setting, chance, clients);
    await layTransfers(shelf, setting, { id: ids.clinic, name: CLINIC }, transfers);
    layDuty(shelf, setting);
    layExampleRules(shelf, setting, idOf(staff, 'coordinator'));
    layAbsence(shelf, setting);
    layOfficeIncidents(shelf, setting);
    await this.units.runAs(
      { orgId, roles: ['COORDINATOR'], coordinatedOffices: [ids.north, ids.south], enquiryOffices: [ids.north, ids.south] },
      async (work: UnitOfWork) => {
        await shelf.empty(work, this.sealer, ORDER);
        await settleTransfers(work, setting, transfers.offered, transfers.handedOver);
      },
    );
    const lawyer = idOf(staff, 'legal');
    await this.units.runAs({ orgId, staffId: lawyer }, (work: UnitOfWork) => work.change(VERIFY_EXAMPLE, [orgId, lawyer]));
    // what people say in counselling is written by the counsellor, and by nobody who answers for the office
    await this.units.runAs({ orgId, staffId: counsellors.counsellorId, asMember: true }, (work: UnitOfWork) =>
      room.empty(work, this.sealer, COUNSELLING_ORDER),
    );
    const id = (login: string): string => idOf(staff, login);
    const family = { officer: id('links'), mediator: id('mediator'), translator: id('translator'), coordinator: id('coordinator2') };
    await this.family.lay(setting, { ...family, hearers: [id('caseworker2'), id('caseworker3')] }, clients);
    return true;
  }

  /** Gives the two files whose cases go to a partner. */
  private async layFiles(
    shelf: Shelf,
    setting: Setting,
    chance: Chance,
    clients: Map<string, DrawnPerson>,
  ): Promise<Record<'offered' | 'handedOver', LaidCase>> {
    const laid: (LaidCase | null)[] = [];
    const pages = new DrawnPages(this.indexKey, setting.orgId);
    const states = Object.entries(STATES).flatMap(([state, count]) => Array.from({ length: count }, () => state as Life['state']));
    for (const [at, state] of states.entries()) {
      const office = setting.offices[at % 6 === 5 ? 1 : 0];
      if (!office) continue;
      const life = drawLife(chance, state, state === 'ASSESSMENT' ? chance.between(1, 3) : chance.between(4, 26));
      const person = drawPerson(chance, dayOf(new Date(setting.now)));
      laid[at] = await this.layFile(shelf, setting, chance, pages, office, at === HANDED_OVER ? asHandedOver(life) : life, person);
      if (laid[at]) clients.set(laid[at].clientId, person);
    }
    const [offered, handedOver] = [laid[OFFERED], laid[HANDED_OVER]];
    if (!offered || !handedOver) throw new Error('The demonstration has no files to offer and to hand over.');
    return { offered, handedOver };
  }

  private async layFile(
    shelf: Shelf,
    setting: Setting,
    chance: Chance,
    pages: DrawnPages,
    office: Setting['offices'][number],
    life: Life,
    person: DrawnPerson,
  ): Promise<LaidCase | null> {
    const clientId = life.openedDaysAgo === null ? null : newId();
    const [coordinatorId = '', secondCoordinatorId = coordinatorId] = office.coordinators;
    const file = {
      id: newId(),
      officeId: office.id,
      // of a chance of its own, so that the same references are laid each time; outside a demonstration case-references.ts draws them
      caseRef: caseRefFrom(new Chance(shelf.count('enquiry')).bytes(6)),
      workerId: chance.pick(office.caseworkers),
      coordinatorId,
      clientId,
    };
    await layEnquiry(shelf, setting, chance, pages, file, life, person);
    if (clientId === null) return null;
    const at = momentAgo(setting, life.openedDaysAgo ?? 0, 9 * 60);
    const pseudonym = await layClient(shelf, setting, chance, pages, { id: clientId, officeId: office.id, by: coordinatorId, at }, person);
    const laid = { ...file, ...toldOf(person, pseudonym), id: newId(), clientId, enquiryId: file.id, secondCoordinatorId };
    layCase(shelf, setting, chance, laid, life);
    layReferral(shelf, setting, laid, life, layConsents(shelf, setting, laid, at));
    return laid;
  }

  /** Organisation, offices, a partner and the accounts; gives the ids of staff by login. */
  private async layHouse(shelf: Shelf, orgId: string, ids: DemoIds): Promise<Map<string, string>> {
    shelf.add('org', { id: orgId, name: 'Demonstration', created_at: new Date() });
    const office = { org_id: orgId, weekend_days: [6, 7], holidays: [], version: 1 };
    shelf.add('office', { id: ids.north, name: 'North', time_zone: 'Europe/Tirane', ...office });
    shelf.add('office', { id: ids.south, name: 'South', time_zone: 'Europe/Berlin', ...office });
    layPartners(shelf, orgId, ids);
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    const staff = new Map(DEMO_ACCOUNTS.map(({ login }) => [login, newId()]));
    for (const account of DEMO_ACCOUNTS) await this.layAccount(shelf, orgId, idOf(staff, account.login), account, ids, passwordHash);
    return staff;
  }

  private async layAccount(
    shelf: Shelf,
    orgId: string,
    id: string,
    account: DemoAccount,
    ids: DemoIds,
    passwordHash: string,
  ): Promise<void> {
    shelf.add(
      'staff_member',
      {
        id,
        org_id: orgId,
        state: 'ACTIVE',
        login_token: await this.tokens.of('login', account.login),
        password_hash: passwordHash,
        second_factor_required: false,
        second_factor_step: 0,
        tie_state: 'NONE',
        language: 'en',
        is_demo: true,
        partner_id: account.login === 'partner' ? ids.partner : null,
        invited_at: new Date(),
        activated_at: new Date(),
        seal_version: 1,
        version: 1,
        confirmation_round: 0,
      },
      { place: staffPlace(id, 1), payload: { displayName: account.displayName, login: account.login } },
    );
    for (const { role, office, duties = [] } of account.roles)
      shelf.add('staff_role', {
        id: newId(),
        org_id: orgId,
        staff_id: id,
        office_id: office && ids[office],
        role,
        duties,
        granted_at: new Date(),
        confirmed_at: new Date(),
        confirmed_how: 'DEMONSTRATION',
      });
  }
}

function idOf(staff: ReadonlyMap<string, string>, login: string): string {
  const id = staff.get(login);
  if (!id) throw new Error(`No demonstration account "${login}".`);
  return id;
}

function layPartners(shelf: Shelf, orgId: string, { partner: first, clinic }: DemoIds): void {
  const known = {
    languages: ['sq', 'en'],
    agreement_signed_on: '2026-02-01',
    agreement_valid_to: '2028-01-31',
    transfer_mechanism: 'SCC',
    security_checked_on: '2026-01-15',
  };
  const partners = [
    {
      id: first,
      state: 'ACTIVE',
      name: 'Partner Association (AL)',
      type: 'ASSOCIATION',
      country: 'AL',
      services: ['CASE_MANAGEMENT', 'HOUSING', 'EDUCATION'],
      places: { HOUSING: 4, EDUCATION: 12 },
      ...known,
    },
    {
      id: clinic,
      state: 'ACTIVE',
      name: CLINIC,
      type: 'LEGAL_CLINIC',
      country: 'DE',
      services: ['LEGAL', 'DOCUMENTATION'],
      ...known,
      languages: ['de', 'fa'],
    },
    {
      id: newId(),
      state: 'PROSPECT',
      name: 'Partner Health Centre (FR)',
      type: 'HEALTH_PROVIDER',
      country: 'FR',
      services: ['HEALTH', 'MHPSS'],
      languages: ['fr'],
    },
    {
      id: newId(),
      state: 'SUSPENDED',
      name: 'Partner Housing (SE)',
      type: 'HOUSING_PROVIDER',
      country: 'SE',
      services: ['HOUSING'],
      ...known,
      languages: ['sv', 'en'],
    },
  ];
  for (const partner of partners)
    shelf.add(
      'partner',
      { places: {}, ...partner, org_id: orgId, seal_version: 1, version: 1, created_at: new Date() },
      {
        place: { table: 'partner', rowId: partner.id, subjectId: partner.id, compartment: 'file', sealVersion: 1 },
        payload: { contacts: [{ name: 'Elira K.', task: 'Referrals', reachedBy: null }], remarks: null },
      },
    );
}

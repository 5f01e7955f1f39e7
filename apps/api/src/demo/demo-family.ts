import { Injectable } from '@nestjs/common';
import type { UnitOfWork } from '../platform/database/unit-of-work';
import { UnitsOfWork } from '../platform/database/units-of-work';
import { Sealer } from '../platform/sealing/sealer';
import type { Colleague } from './as-colleague';
import { DemoRelatives, type FamilyPeople } from './demo-relatives';
import { FAMILY_STORIES } from './family-stories';
import { agreeLinks, beginWishes, FAMILY_FILES, type FamilyFile, type LaidWish, layWishes, walkLinks } from './lay-family';
import { FAMILY_ORDER } from './order';
import type { DrawnPerson } from './person';
import type { Setting } from './setting';
import { Shelf } from './shelf';

/** Who does what around the links, by login. */
interface FamilyLogins {
  officer: string;
  mediator: string;
  translator: string;
  coordinator: string;
  hearers: readonly string[];
}

/** Family links of the demonstration: wishes, what officers did since, what the two write to each other, and who asks for somebody. */
@Injectable()
export class DemoFamily {
  constructor(
    private readonly units: UnitsOfWork,
    private readonly sealer: Sealer,
    private readonly relatives: DemoRelatives,
  ) {}

  /** @param clients who they are, by the id of their file */
  async lay(setting: Setting, logins: FamilyLogins, clients: ReadonlyMap<string, DrawnPerson>): Promise<void> {
    const shelf = new Shelf();
    const wishes = await this.begin(setting, shelf, logins);
    const carrying = await this.walk(setting, shelf, wishes, logins);
    const people = peopleOf(setting, logins);
    if (carrying) await this.relatives.write(carrying, people);
    await this.relatives.ask(wishes, clients, people);
  }

  /** Wishes to find somebody, begun by the workers. */
  private begin({ orgId, ...setting }: Setting, shelf: Shelf, { officer, coordinator }: FamilyLogins): Promise<LaidWish[]> {
    const officeId = officeOf(setting);
    return this.units.runAs({ orgId, staffId: coordinator, roles: ['COORDINATOR'], coordinatedOffices: [officeId] }, async (work) => {
      const files = await work.rows<FamilyFile & Record<string, unknown>>(FAMILY_FILES, [officeId, officer, FAMILY_STORIES.length]);
      const laid = layWishes(shelf, { orgId, ...setting }, files);
      await shelf.empty(work, this.sealer, FAMILY_ORDER);
      await beginWishes(work, { orgId, ...setting }, laid);
      return laid;
    });
  }

  /** What was done since, laid by nobody; what a relative said is written by the officer alone. */
  private async walk(setting: Setting, shelf: Shelf, wishes: readonly LaidWish[], logins: FamilyLogins): Promise<string | null> {
    const { orgId } = setting;
    const hands = (work: UnitOfWork) => ({ ...logins, empty: () => shelf.empty(work, this.sealer, FAMILY_ORDER) });
    const walked = await this.units.runAs({ orgId, roles: ['COORDINATOR'], coordinatedOffices: [officeOf(setting)] }, (work) =>
      walkLinks(work, shelf, setting, wishes, hands(work)),
    );
    return this.units.runAs({ orgId, staffId: logins.officer, roles: ['FAMILY_LINKS'], asMember: true }, (work) =>
      agreeLinks(work, shelf, setting, walked, hands(work)),
    );
  }
}

const officeOf = ({ offices: [office] }: Pick<Setting, 'offices'>): string => office?.id ?? '';

function peopleOf(setting: Setting, { officer, mediator, translator, hearers }: FamilyLogins): FamilyPeople {
  const colleague = (staffId: string, role: Colleague['role']): Colleague => ({
    orgId: setting.orgId,
    officeId: officeOf(setting),
    staffId,
    role,
  });
  return {
    officer: colleague(officer, 'FAMILY_LINKS'),
    mediator: colleague(mediator, 'FAMILY_LINKS'),
    translator: colleague(translator, 'FAMILY_LINKS'),
    hearers: hearers.map((staffId) => colleague(staffId, 'CASEWORKER')),
  };
}

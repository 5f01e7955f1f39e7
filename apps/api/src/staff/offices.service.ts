import { Injectable } from '@nestjs/common';
import type { ActsOutOfReachView, OfficeInput, OfficeListView, OfficeView } from '@panah/contracts/staff.contract';
import { assertCalendar } from '@panah/domain/staff/office-calendar';
import { actsOutOfReach } from '@panah/domain/staff/two-person-acts';
import { hasWord } from '../platform/access/current-reach';
import { OfficeRecords } from './office.records';
import { officeView } from './staff.view';

@Injectable()
export class OfficesService {
  constructor(private readonly offices: OfficeRecords) {}

  async list(): Promise<OfficeListView> {
    return { items: (await this.offices.list()).map(officeView), actions: hasWord('office:create') ? ['create'] : [] };
  }

  async read(id: string): Promise<OfficeView> {
    return officeView(await this.offices.get(id));
  }

  async create(input: OfficeInput): Promise<OfficeView> {
    assertCalendar(input);
    return this.read(await this.offices.add(sorted(input)));
  }

  async edit(id: string, version: number, input: OfficeInput): Promise<OfficeView> {
    assertCalendar(input);
    await this.offices.edit(await this.offices.hold(id), version, sorted(input));
    return this.read(id);
  }

  /** Acts that need more people than the office has. */
  async actsOutOfReach(id: string): Promise<ActsOutOfReachView> {
    const { name } = await this.offices.get(id);
    const items = actsOutOfReach(await this.offices.peopleOf(id)).map(({ act, places, filled }) => ({
      act,
      filled,
      places: places.map((roles) => ({ roles: [...roles] })),
    }));
    return { officeId: id, officeName: name, items };
  }
}

const sorted = (input: OfficeInput): OfficeInput => ({
  ...input,
  weekendDays: [...input.weekendDays].sort(),
  holidays: [...input.holidays].sort(),
});

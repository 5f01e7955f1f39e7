import { Injectable } from '@nestjs/common';
import { RuleBroken } from '@panah/domain/process/process';
import { dayAt } from '@panah/domain/staff/office-calendar';
import { StaffRecords } from '../staff/staff.records';

/** The day it is where a link is worked on. */
@Injectable()
export class LinkDays {
  constructor(private readonly staff: StaffRecords) {}

  async today(officeId: string): Promise<string> {
    return dayAt(new Date().toISOString(), await this.zone(officeId));
  }

  async zone(officeId: string): Promise<string> {
    return (await this.staff.officeOf(officeId)).timeZone;
  }

  /** What was done is written down on a day that has come. Throws RuleBroken `day-not-come`. */
  async assertCome(officeId: string, on: string, field = 'on'): Promise<string> {
    const today = await this.today(officeId);
    if (on > today) throw new RuleBroken('day-not-come', { today }, { [field]: ['in-future'] });
    return today;
  }
}

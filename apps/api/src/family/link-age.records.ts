import { Injectable } from '@nestjs/common';
import { dayAt } from '@panah/domain/staff/office-calendar';
import { currentWork } from '../platform/database/current-work';
import type { FamilyLink } from './link.entity';

const BIRTH = {
  name: 'family-link.birth-years',
  text: `select b.birth_year_from as "from", b.birth_year_to as "to", o.time_zone as "timeZone" from office o left join app.link_birth_years($1) b on true where o.id = $2`,
};

/** How old somebody may be, and which day it is where the link is worked on. */
export interface LinkAge {
  /** `YYYY-MM-DD` */
  today: string;
  clientBirth: { from: string; to: string } | null;
}

/** What a rule about age asks of the client's file, and no more: the years of birth. */
@Injectable()
export class LinkAgeRecords {
  async of({ id, officeId }: Pick<FamilyLink, 'id' | 'officeId'>): Promise<LinkAge> {
    const row = await currentWork().row<{ from: number | null; to: number | null; timeZone: string }>(BIRTH, [id, officeId]);
    const clientBirth = row?.from && row.to ? { from: `${row.from}-01-01`, to: `${row.to}-12-31` } : null;
    return { today: dayAt(new Date().toISOString(), row?.timeZone ?? 'UTC'), clientBirth };
  }
}

import { Injectable } from '@nestjs/common';
import type { BedMapQuery } from '@panah/contracts/bed-map.contract';
import type { Stay } from '@panah/domain/housing/bed-map';
import { currentReach } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import { type OpenUnit, UNIT_COLUMNS, UnitRecords, type UnitRow } from './unit.records';

/** A unit with everybody's stays on the days of the map: how many places, and never whose. */
export interface MappedUnit extends OpenUnit {
  stays: Stay[];
}

type MapRow = UnitRow & Record<string, unknown> & { stays: Stay[]; total: number };

const WITHIN = `u.office_id = any($1::uuid[]) and u.status <> 'RETIRED' and ($4::uuid is null or u.provider_id = $4) and ($5::text is null or u.country = $5)`;
const MAP = {
  name: 'housing.bed-map',
  text: `with stay as materialized (select * from app.bed_stays($2::date, $2::date + $3::int))
         select ${UNIT_COLUMNS}, 0 as living, 0 as reserved, (now() at time zone o.time_zone)::date as today,
                (select count(*)::int from housing_unit u where ${WITHIN}) as total,
                coalesce(b.stays, '[]'::jsonb) as stays
           from housing_unit u join housing_provider p on p.id = u.provider_id join office o on o.id = u.office_id
           left join (select s.unit_id, jsonb_agg(jsonb_build_object('from', s.from_on, 'until', s.until_on, 'beds', s.beds, 'state', s.state) order by s.from_on) as stays
                        from stay s group by s.unit_id) b on b.unit_id = u.id
          where ${WITHIN} and u.number > $6 order by u.number limit $7`,
};

/** The bed map: every unit of the reader's offices with its stays, in one statement. */
@Injectable()
export class BedMapRecords {
  constructor(private readonly units: UnitRecords) {}

  async of({
    from,
    days,
    provider,
    country,
    limit,
    after,
  }: Required<Pick<BedMapQuery, 'from' | 'days' | 'limit' | 'after'>> & BedMapQuery): Promise<{
    units: MappedUnit[];
    total: number;
    more: boolean;
  }> {
    const values = [currentReach('unit:list').offices, from, days, provider ?? null, country ?? null, after, limit + 1];
    const rows = await currentWork().rows<MapRow>(MAP, values);
    const open = await this.units.open(rows.slice(0, limit));
    const staysOf = new Map(rows.map(({ id, stays }) => [id, stays]));
    return {
      units: open.map((unit) => ({ ...unit, stays: staysOf.get(unit.row.id) ?? [] })),
      total: rows[0]?.total ?? 0,
      more: rows.length > limit,
    };
  }
}

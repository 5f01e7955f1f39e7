import { Injectable } from '@nestjs/common';
import { ageBandOf } from '@panah/domain/dates/age';
import { currentActor } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import { type OpenReview, SEALED_DOMAINS } from './outcome-review.entity';

interface Born extends Record<string, unknown> {
  from: number | null;
  to: number | null;
}

const AGED = { name: 'outcome-tally.age', text: 'select birth_year_from as "from", birth_year_to as "to" from client where id = $1' };
const ADD = {
  name: 'outcome-tally.add',
  text: `insert into outcome_tally (org_id, office_id, domain, point, age_band, before, after, change)
         select $1, $2, line.domain, line.point, $3, line.before, line.after, line.change
           from jsonb_to_recordset($4::jsonb) as line(domain text, point text, before smallint, after smallint, change integer)`,
};

/** Points whose changes are counted (P-24). */
export const COUNTED_POINTS: readonly string[] = ['M6', 'M12', 'M24'];

/**
 * Counts of the sealed domains (P-24): what a case added to them before is taken away, what it adds now is added. A line names no case; a job
 * makes one of those that say the same.
 */
@Injectable()
export class OutcomeTallyRecords {
  async recount(officeId: string, clientId: string, before: readonly OpenReview[], after: readonly OpenReview[]): Promise<void> {
    const lines = [...linesOf(before, -1), ...linesOf(after, 1)];
    const sums = new Map<string, number>();
    for (const { key, change } of lines) sums.set(key, (sums.get(key) ?? 0) + change);
    const changed = [...sums].flatMap(([key, change]) => (change === 0 ? [] : [{ ...(JSON.parse(key) as object), change }]));
    if (changed.length === 0) return;
    const born = await currentWork().row<Born>(AGED, [clientId]);
    await currentWork().change(ADD, [currentActor().orgId, officeId, bandOf(born), JSON.stringify(changed)]);
  }
}

function linesOf(reviews: readonly OpenReview[], change: number): { key: string; change: number }[] {
  const baseline = reviews.find(({ row }) => row.point === 'BASELINE');
  return reviews
    .filter(({ row }) => COUNTED_POINTS.includes(row.point))
    .flatMap(({ row, levels }) =>
      SEALED_DOMAINS.flatMap((domain) => {
        const [before, after] = [Number(baseline?.levels[domain]), Number(levels[domain])];
        if (!Number.isInteger(before) || !Number.isInteger(after)) return [];
        return [{ key: JSON.stringify({ domain, point: row.point, before, after }), change }];
      }),
    );
}

/** As the report bands the plain domains: by year of birth, uncertain when it spans two bands. */
function bandOf(born: Born | null): string {
  const year = new Date().getUTCFullYear();
  return ageBandOf(born?.from && born.to ? { youngest: year - born.to, oldest: year - born.from } : null);
}

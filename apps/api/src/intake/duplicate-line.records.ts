import { Injectable } from '@nestjs/common';
import type { DuplicateLinesView } from '@panah/contracts/duplicates.contract';
import { currentActor, reachValues } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';

interface Line extends Record<string, unknown> {
  id: string;
  clientId: string;
  enquiryRef: string;
  foundAt: Date;
  caseId: string | null;
  caseRef: string | null;
}

const WITHIN = `d.office_id = any($1::uuid[]) and not (d.client_id = any((select app.blocked())::uuid[]))`;
const LIST = {
  name: 'duplicate-line.list',
  text: `select d.id, d.client_id as "clientId", d.enquiry_ref as "enquiryRef", d.found_at as "foundAt", f.id as "caseId", f.case_ref as "caseRef"
           from duplicate_line d
           left join lateral (select id, case_ref from case_file where client_id = d.client_id order by (state = 'CLOSED'), period_no desc limit 1) f on true
          where ${WITHIN} and d.settled_at is null order by d.found_at desc, d.id desc limit 100`,
};
const SETTLE = {
  name: 'duplicate-line.settle',
  text: `update duplicate_line d set settled_at = now(), settled_by = $2 where ${WITHIN} and d.id = $3`,
};

/** What a job wrote for the coordinator of a case that an enquiry elsewhere may concern (R-ID-07). References only, no name. */
@Injectable()
export class DuplicateLineRecords {
  async open(): Promise<DuplicateLinesView> {
    const rows = await currentWork().rows<Line>(LIST, [reachValues('enquiry:admit')[0]]);
    currentLine().returned(
      'duplicate_line',
      rows.map(({ id }) => id),
    );
    return {
      items: rows.map(({ id, clientId, caseId, caseRef, enquiryRef, foundAt }) => ({
        id,
        clientId,
        caseId,
        caseRef,
        enquiryRef,
        foundAt: foundAt.toISOString(),
      })),
    };
  }

  /** The coordinator has looked into it. */
  async settle(id: string): Promise<void> {
    currentLine().about('duplicate_line', id).changed('settledAt');
    if (!(await currentWork().change(SETTLE, [reachValues('enquiry:admit')[0], currentActor().staffId, id]))) throw notFound();
  }
}

import { Injectable } from '@nestjs/common';
import type { EnquirySearchInput } from '@panah/contracts/intake.contract';
import { parseCaseRef } from '@panah/domain/numbers/case-ref';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { cursorAfter, readCursor } from '../platform/http/keyset';
import { Sealer } from '../platform/sealing/sealer';
import type { Enquiry, EnquirySecrets } from './enquiry.entity';
import { ENQUIRY_COLUMNS, enquiryPlace, enquiryReach, enquiryWithin } from './enquiry.records';
import { PER_WORD } from '../clients/client-search-statements.records';
import { EnquiryTokenRecords } from './enquiry-token.records';

export interface EnquiryLine {
  row: Enquiry;
  name: string | null;
}

export interface EnquiryPage {
  lines: EnquiryLine[];
  total: number;
  next: string | null;
}

type Found = Enquiry & { total: number; urgency: number; sortDate: string };

const OPEN = ['ENQUIRY', 'INTAKE'];
const WHERE = `${enquiryWithin(1)} and e.state = any($6::text[]) and ($7::text is null or e.immediate_danger = $7)
  and ($8::text is null or e.country = $8) and (not $9::boolean or (e.proposed_at is not null and e.state = 'INTAKE'))
  and ($10::text is null or e.case_ref = $10)
  and ($11::int is null or e.id in (
    select enquiry_id from (
      select t.enquiry_id, q.place / ${PER_WORD} as word from enquiry_name_token t join unnest($12::int[], $13::bytea[]) as q(place, token) on q.token = t.token
       group by t.enquiry_id, q.place / ${PER_WORD}, q.place / 2 having count(distinct q.place) = 2 or q.place / 2 % ${PER_WORD / 2} = 0) met
     group by enquiry_id having count(distinct word) >= $11))`;
/** Danger first, then what runs out first, then what is closed. */
const URGENCY = `case when e.state not in ('ENQUIRY', 'INTAKE') then 2 when e.immediate_danger = 'YES' then 0 else 1 end`;
const DUE = `case when e.state = 'ENQUIRY' and e.first_response_at is null then e.first_response_due when e.state = 'INTAKE' then e.intake_due else e.received_at end`;

interface Order {
  urgency: string;
  date: string;
  direction: 'asc' | 'desc';
}

const listed = ({ urgency, date, direction }: Order): string => `
  select l.*, (select count(*) from enquiry e where ${WHERE}) as total
    from (select ${ENQUIRY_COLUMNS}, ${urgency} as urgency, to_char(${date} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortDate",
            ${date} as sort_date from enquiry e where ${WHERE}) l
   where $14::int is null or (l.urgency, l.sort_date, l.id) ${direction === 'asc' ? '>' : '<'} ($14, $15::timestamptz, $16::uuid)
   order by l.urgency ${direction}, l.sort_date ${direction}, l.id ${direction} limit $17`;
const STATEMENTS = {
  urgency: {
    asc: { name: 'enquiry.list-urgent-first', text: listed({ urgency: URGENCY, date: DUE, direction: 'asc' }) },
    desc: { name: 'enquiry.list-urgent-last', text: listed({ urgency: URGENCY, date: DUE, direction: 'desc' }) },
  },
  received: {
    asc: { name: 'enquiry.list-oldest-first', text: listed({ urgency: '0', date: 'e.received_at', direction: 'asc' }) },
    desc: { name: 'enquiry.list-newest-first', text: listed({ urgency: '0', date: 'e.received_at', direction: 'desc' }) },
  },
};

/** The inbox: one statement, whatever the filter. */
@Injectable()
export class EnquiryListRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly tokens: EnquiryTokenRecords,
  ) {}

  async list({
    state = 'OPEN',
    danger,
    country,
    proposed,
    sort,
    direction,
    limit = 25,
    cursor,
    text,
  }: EnquirySearchInput): Promise<EnquiryPage> {
    const [urgency, date, id] = readCursor(cursor, 3) ?? [null, null, null];
    const caseRef = parseCaseRef(text ?? '');
    const sought = text && !caseRef ? await this.tokens.sought(text) : { count: null, places: [], tokens: [] };
    const filter = [
      state === 'OPEN' ? OPEN : [state],
      danger ?? null,
      country ?? null,
      proposed === 'YES',
      caseRef,
      sought.count,
      sought.places,
      sought.tokens,
    ];
    const statement = STATEMENTS[sort === 'received' ? 'received' : 'urgency'][direction === 'desc' ? 'desc' : 'asc'];
    const rows = await currentWork().rows<Found & Record<string, unknown>>(statement, [
      ...enquiryReach('enquiry:list'),
      ...filter,
      urgency,
      date,
      id,
      limit + 1,
    ]);
    return this.pageOf(rows, limit);
  }

  private async pageOf(rows: Found[], limit: number): Promise<EnquiryPage> {
    const page = rows.slice(0, limit);
    currentLine().returned(
      'enquiry',
      page.map((row) => row.id),
    );
    const last = page.at(-1);
    return {
      lines: await this.named(page),
      total: rows[0]?.total ?? 0,
      next: rows.length > limit && last ? cursorAfter([last.urgency, last.sortDate, last.id]) : null,
    };
  }

  private async named(rows: Enquiry[]): Promise<EnquiryLine[]> {
    const kept = rows.filter((row): row is Enquiry & { sealed: Buffer } => row.sealed !== null);
    const opened = await this.sealer.openMany<EnquirySecrets>(kept.map((row) => ({ place: enquiryPlace(row), sealed: row.sealed })));
    const names = new Map(kept.map(({ id }, index) => [id, opened[index]?.name ?? null]));
    return rows.map((row) => ({ row, name: names.get(row.id) ?? null }));
  }
}

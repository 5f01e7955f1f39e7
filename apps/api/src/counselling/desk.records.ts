import { Injectable } from '@nestjs/common';
import { UNSIGNED_LEAD_DAYS, UNSIGNED_WARNING_HOURS } from '@panah/domain/counselling/counselling.rules';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { Sealer } from '../platform/sealing/sealer';
import { type Clock, counsellingClocks, NOT_OVER, unconsented } from './counselling-clocks';
import { COUNSELLING_PARAMETERS, counsellingValues, ledOffices, withinCounselling } from './counselling-reach';
import { episodePlace, type EpisodeRow, type EpisodeSecrets } from './episode';

export type DeskPart = 'mine' | 'requests' | 'waiting' | 'others';

export interface DeskLine extends EpisodeRow {
  part: DeskPart;
  nextSessionAt: Date | null;
  /** The file opens to the reader. */
  opens: boolean;
  question: string | null;
}

export interface DueLine extends Record<string, unknown> {
  kind: string;
  id: string;
  episodeId: string | null;
  caseRef: string | null;
  personId: string | null;
  due: Date;
}

/** Of what is due: $1 the reader, $2 the offices they lead. */
const LED = '$2::uuid[]';
const ME = '$1::uuid';
const LINES = {
  name: 'counselling.desk',
  text: `select e.id, e.client_id as "clientId", e.office_id as "officeId", e.case_id as "caseId", e.case_ref as "caseRef", e.language, e.urgency, e.service, e.state,
      case when e.state = 'WAITLIST' then e.waiting_since else e.state_since end as "stateSince", e.counsellor_id as "counsellorId", e.sealed, e.seal_version as "sealVersion",
      (select min(s.at) from counselling_session s where s.episode_id = e.id and s.status = 'SCHEDULED') as "nextSessionAt",
      exists (select from app.counselling_place p where p.whose = e.client_id) as opens,
      case when e.state in ('REFERRED', 'TRIAGED') then 'requests' when e.state = 'WAITLIST' then 'waiting' when e.counsellor_id = ${ME} then 'mine' else 'others' end as part
    from counselling_episode e where ${NOT_OVER} and ${withinCounselling('e', 2)}
     and (e.counsellor_id is null or e.counsellor_id = ${ME} or e.office_id = any($${1 + COUNSELLING_PARAMETERS}::uuid[]))
   order by (e.urgency = 'URGENT') desc nulls last, case when e.state = 'WAITLIST' then e.waiting_since else e.requested_at end, e.id limit 300`,
};
const own = `e.counsellor_id = ${ME}`;
const led = `e.office_id = any(${LED}) and not (e.client_id = any((select app.blocked())::uuid[]))`;
const CLOCKS = counsellingClocks('now()');
const line = (
  kind: string,
  { due, runs }: Clock,
  whose: string,
  id = 'e.id',
  person = 'e.counsellor_id',
  from = 'counselling_episode e',
): string =>
  `select '${kind}' as kind, ${id} as id, e.id as "episodeId", e.case_ref as "caseRef", ${person} as "personId", ${due} as due from ${from} join office o on o.id = e.office_id where ${runs} and (${whose})`;
const NOTES = `clinical_note n join counselling_episode e on e.id = n.episode_id`;
const unsigned = (age: string): Clock => ({ due: `n.written_at + interval '${age}'`, runs: `n.state = 'DRAFT'` });
/** What has a clock: those of an episode, sessions, notes that wait for a signature (R-CN-04), and a talk where the consent no longer holds. What is private has no clock. */
const DUE = {
  name: 'counselling.due',
  text: `select * from (${[
    line('TRIAGE', CLOCKS.TRIAGE, led),
    line('URGENT_CONTACT', CLOCKS.URGENT_CONTACT, `${own} or e.triaged_by = ${ME} or (${led})`),
    line('CHECK_IN', CLOCKS.CHECK_IN, led),
    line('FIRST_SESSION', CLOCKS.FIRST_SESSION, own),
    line(
      'SESSION',
      { due: 's.at', runs: `s.status = 'SCHEDULED' and ${NOT_OVER}` },
      `s.counsellor_id = ${ME}`,
      's.id',
      'e.counsellor_id',
      'counselling_session s join counselling_episode e on e.id = s.episode_id',
    ),
    line('REVIEW', CLOCKS.REVIEW, own),
    line('REVIEW', CLOCKS.REVIEW_BY_SESSIONS, own),
    line('UNSIGNED', unsigned(`${UNSIGNED_WARNING_HOURS} hours`), `n.author_id = ${ME}`, 'n.id', 'n.author_id', NOTES),
    line(
      'UNSIGNED_LEAD',
      unsigned(`${UNSIGNED_LEAD_DAYS} days`),
      `n.author_id <> ${ME} and n.written_at < now() - interval '${UNSIGNED_LEAD_DAYS} days' and ${led}`,
      'n.id',
      'n.author_id',
      NOTES,
    ),
    line('ENDING_SUMMARY', CLOCKS.ENDING_SUMMARY, own),
    line(
      'CONSENT_TALK',
      { due: 'now()', runs: `e.state in ('ASSESSMENT', 'ACTIVE', 'ENDING') and ${unconsented('now()')}` },
      `${own} and exists (select from app.counselling_place p where p.whose = e.client_id)`,
    ),
  ].join('\n union all ')}) d order by due, id limit 200`,
};
const OFFICES = { name: 'counselling.offices', text: 'select o.id, o.name from office o where o.id = any($1::uuid[]) order by o.name' };

/** What the counsellors' page shows: references, languages, urgency; of nobody a name. */
@Injectable()
export class DeskRecords {
  constructor(private readonly sealer: Sealer) {}

  async lines(): Promise<DeskLine[]> {
    const rows = await currentWork().rows<DeskLine>(LINES, [currentActor().staffId, ...counsellingValues('counselling:work')]);
    const asked = rows.filter(({ part }) => part === 'requests' || part === 'waiting');
    const secrets = await this.sealer.openMany<EpisodeSecrets>(asked.map((row) => ({ place: episodePlace(row), sealed: row.sealed })));
    const questionOf = new Map(asked.map(({ id }, at) => [id, secrets[at]?.question ?? null]));
    currentLine().returned(
      'counselling',
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({ ...row, question: questionOf.get(row.id) ?? null }));
  }

  async due(): Promise<DueLine[]> {
    return currentWork().rows<DueLine>(DUE, [currentActor().staffId, ledOffices()]);
  }

  async offices(): Promise<{ id: string; name: string }[]> {
    const ids = currentActor().roles.flatMap(({ officeId }) => officeId ?? []);
    return currentWork().rows<{ id: string; name: string }>(OFFICES, [ids]);
  }
}

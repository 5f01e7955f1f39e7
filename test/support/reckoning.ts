import { ask } from './postgres';
import type { Written } from './writers';

/** What was in the house before anybody worked. */
export interface Before {
  notes: number;
  partners: number;
  steps: number;
}

/** What the database says of what people were told. Each number must be 0. */
export interface Reckoning {
  lost: number;
  twice: number;
  rowsWithoutLine: number;
  linesWithoutRow: number;
}

const COUNT = `select (select count(*)::int from case_note) as notes, (select count(*)::int from partner) as partners,
  (select count(*)::int from process_step where action in ('hold', 'resume')) as steps`;
export async function before(url: string): Promise<Before & { at: Date }> {
  const [counts = { notes: 0, partners: 0, steps: 0 }] = await ask<Before>(url, COUNT);
  const [{ at } = { at: new Date() }] = await ask<{ at: Date }>(url, 'select clock_timestamp() as at');
  return { ...counts, at };
}

/** `url` is the superuser's: nothing is hidden from the one who counts. */
export async function reckon(url: string, start: Before & { at: Date }, { notes, partners, steps }: Written): Promise<Reckoning> {
  const [now = { notes: 0, partners: 0, steps: 0 }] = await ask<Before>(url, COUNT);
  const found = await ask<{ id: string }>(
    url,
    'select id from case_note where id = any ($1::uuid[]) union all select id from partner where id = any ($1::uuid[])',
    [[...notes.values(), ...partners.values()]],
  );
  const [{ bare } = { bare: -1 }] = await ask<{ bare: number }>(
    url,
    `select count(*)::int as bare from (select id from case_note where id > $1 union all select id from partner where id > $1) made
      where not exists (select from audit_event e where e.outcome = 'DONE' and (e.subject_id = made.id or made.id = any (e.record_ids)))`,
    [idAt(start.at)],
  );
  const [{ hollow } = { hollow: -1 }] = await ask<{ hollow: number }>(
    url,
    `select count(*)::int as hollow from audit_event e where e.outcome = 'DONE' and e.at > $1 and e.word in ('partner:create', 'note:write') and e.subject_id is not null
        and not exists (select from partner p where p.id = e.subject_id) and not exists (select from case_note n where n.id = e.subject_id)`,
    [start.at],
  );
  const [{ silent } = { silent: -1 }] = await ask<{ silent: number }>(
    url,
    `select (select count(*)::int from process_step s where s.action in ('hold', 'resume') and s.at > $1
       and not exists (select from audit_event e where e.outcome = 'DONE' and e.word = 'case:' || s.action and e.subject_id = s.subject_id and e.actor_id = s.by_id
                          and abs(extract(epoch from e.at - s.at)) < 5)) as silent`,
    [start.at],
  );
  const made = { notes: now.notes - start.notes, partners: now.partners - start.partners, steps: now.steps - start.steps };
  const over = (count: number, told: number): number => Math.max(0, count - told);
  return {
    lost: notes.size + partners.size - found.length + over(steps.size, made.steps),
    twice:
      over(made.notes, new Set(notes.values()).size) + over(made.partners, new Set(partners.values()).size) + over(made.steps, steps.size),
    rowsWithoutLine: bare + silent,
    linesWithoutRow: hollow,
  };
}

/** The smallest id that is made at a moment: ids tell the time. */
function idAt(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

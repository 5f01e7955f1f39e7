import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A wall that asks another walled table makes PostgreSQL lay out all the walls of that table too, in each statement, though hardly a row needs it: few consents
 * are a relative's, few tasks hang on an incident of the office. Such a question is put into a function: it is planned when it is first asked, and
 * whoever meets no such row never asks it. What passes the walls stays what it was.
 */
export class AskLastWhatIsRare1764000700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(QUESTIONS);
    for (const { question, within, policies } of PUT_APART) for (const policy of policies) await putApart(db, policy, question, within);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

// those that run by the asker's own walls name their tables in full: nobody puts a table of their own before them
const QUESTIONS = `
/* The related people and the wishes of the links on which this context is an officer now. */
create function app.relatives_of_own_links() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(l.related_person_id), '{}') from family_link l join app.own_link o on o.whose = l.id
   where l.org_id = app.org_id() and l.related_person_id is not null $$;
create function app.wishes_of_own_links() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(l.wish_id), '{}') from family_link l join app.own_link o on o.whose = l.id where l.org_id = app.org_id() $$;

/* The incidents that concern no client, as far as the asker's walls let them through. */
create function app.incidents_of_nobody() returns uuid[] language sql stable as $$
  select coalesce(array_agg(i.id), '{}') from public.incident i where i.client_id is null $$;
create index incident_of_nobody on incident (org_id) include (id) where client_id is null;

/* What a history may name: a client's documents on these shelves, and disclosures but for purposes that are not open to the asker; both past the asker's walls. */
create function app.documents_on(p_client uuid, p_shelves text[]) returns uuid[] language sql stable as $$
  select coalesce(array_agg(d.id), '{}') from public.document d where d.client_id = p_client and d.shelf = any (p_shelves) $$;
create function app.disclosures_but(p_client uuid, p_telling text[], p_open text[]) returns uuid[] language sql stable as $$
  select coalesce(array_agg(d.id), '{}') from public.disclosure d where d.client_id = p_client and (d.purpose <> all (p_telling) or d.purpose = any (p_open)) $$;

revoke all on function app.relatives_of_own_links(), app.wishes_of_own_links(), app.incidents_of_nobody(), app.documents_on(uuid, text[]), app.disclosures_but(uuid, text[], text[]) from public;
grant execute on function app.relatives_of_own_links(), app.wishes_of_own_links(), app.incidents_of_nobody(), app.documents_on(uuid, text[]), app.disclosures_but(uuid, text[], text[]) to panah_app;
`;

type Policy = [table: string, policy: string];
/** A question as PostgreSQL spells it, with blanks for its line breaks, and what asks it instead. */
const PUT_APART: { question: RegExp; within: string; policies: Policy[] }[] = [
  {
    question:
      /EXISTS \( SELECT FROM \(family_link l JOIN app\.own_link o ON \(\(o\.whose = l\.id\)\)\) WHERE \(l\.related_person_id = (\w+\.\w+)\)\)/g,
    within: '$1 = any ((select app.relatives_of_own_links())::uuid[])',
    policies: [
      ['consent', 'consent_of_relative'],
      ['consent', 'consent_of_relative_only'],
      ['consent_event', 'consent_event_of_relative'],
      ['consent_event', 'consent_event_of_relative_only'],
      ['related_person', 'related_person_wall'],
    ],
  },
  {
    question:
      /EXISTS \( SELECT FROM \(family_link l JOIN app\.own_link o ON \(\(o\.whose = l\.id\)\)\) WHERE \(l\.wish_id = (\w+\.\w+)\)\)/g,
    within: '$1 = any ((select app.wishes_of_own_links())::uuid[])',
    policies: [
      ['family_wish', 'family_wish_known'],
      ['family_wish', 'family_wish_officers'],
    ],
  },
  {
    question: /EXISTS \( SELECT FROM incident i WHERE \(\(i\.id = (\w+\.\w+)\) AND \(i\.client_id IS NULL\)\)\)/g,
    within: '$1 = any ((select app.incidents_of_nobody())::uuid[])',
    policies: [
      ['process_step', 'process_step_wall'],
      ['task', 'task_wall'],
      ['stored_file', 'stored_file_wall'],
      ['incident_evidence', 'incident_evidence_wall'],
      ['incident_evidence_removal', 'incident_evidence_removal_wall'],
    ],
  },
];

/** One question of a policy, asked otherwise; the rest of it stands. */
async function putApart(db: QueryRunner, [table, policy]: Policy, question: RegExp, within: string): Promise<void> {
  const [found] = (await db.query('select qual, with_check as check from pg_policies where tablename = $1 and policyname = $2', [
    table,
    policy,
  ])) as { qual: string; check: string | null }[];
  const said = (text: string): string => text.replace(/\s+/g, ' ');
  if (!found || !said(found.qual).match(question)) throw new Error(`${policy} no longer asks what is put apart here.`);
  const anew = (text: string): string => said(text).replace(question, within);
  await db.query(
    `alter policy ${policy} on ${table} using (${anew(found.qual)})${found.check === null ? '' : ` with check (${anew(found.check)})`}`,
  );
}

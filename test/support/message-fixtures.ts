import { randomUUID } from 'node:crypto';
import { Sealer } from '../../apps/api/src/platform/sealing/sealer';
import { onTeam } from './file-on-paper';
import type { House, OfficePlace, Person } from './house';
import { carried, type Carried } from './message-world';
import { plainJpeg } from './papers';
import type { Ids, RouteFixture } from './route-fixtures';

/** For each route of a message one in the state that the route wants; those with a picture say so. */
const STATE_FOR = {
  read: 'DRAFT',
  edit: 'DRAFT',
  submission: 'DRAFT',
  review: 'SUBMITTED',
  return: 'IN_REVIEW',
  'rejection-request': 'IN_REVIEW',
  rejection: 'IN_REVIEW',
  'translation-request': 'IN_REVIEW',
  translation: 'TRANSLATION',
  approval: 'IN_REVIEW',
  holding: 'APPROVED',
  'second-look': 'HELD',
  recall: 'APPROVED',
  delivery: 'RELEASED',
  'non-delivery': 'RELEASED',
  attachments: 'DRAFT',
  content: 'DRAFT',
  removal: 'DRAFT',
  faces: 'IN_REVIEW',
  other: 'DRAFT',
} as const;
type Wanted = keyof typeof STATE_FOR;
const ASKED: readonly Wanted[] = ['rejection'];
const PICTURED: readonly Wanted[] = ['content', 'removal', 'faces'];

/** The link, a message for each route, and the pictures of those that have one; who writes, looks over and translates. */
export type MessageIds = Record<Wanted | 'link' | 'third', string> & { picture: Record<string, string> };
export type MessagePeople = Record<'writer' | 'looker' | 'third', Person>;

/** People who do family links in the office, one link of the case that two of them are officers of, and what goes to and fro on it. */
export async function layMessages(
  house: House,
  where: OfficePlace,
  { case: caseId, client: clientId }: Pick<Ids, 'case' | 'client'>,
): Promise<{ ids: MessageIds; people: MessagePeople }> {
  const [writer, looker, third] = [
    await house.as('FAMILY_LINKS', where, 'entitled writer'),
    await house.as('FAMILY_LINKS', where, 'entitled looker'),
    await house.as('FAMILY_LINKS', where, 'entitled third'),
  ];
  await onTeam(house, { caseId, clientId }, writer, where);
  const people = { writer, looker, third };
  const at = await carried({ house, officer: writer, mediator: looker, file: { caseId, clientId }, where });
  const ids: Record<string, string> = { link: at.link, third: third.id };
  for (const wanted of Object.keys(STATE_FOR) as Wanted[])
    ids[wanted] = await layMessage(at, people, STATE_FOR[wanted], ASKED.includes(wanted));
  const picture: Record<string, string> = {};
  for (const wanted of PICTURED) picture[wanted] = await layPicture(at, writer, ids[wanted] ?? '');
  await layWord(at, looker, ids['return'] ?? '');
  return { ids: { ...(ids as Omit<MessageIds, 'picture'>), picture }, people };
}

async function layMessage(
  { house, where, link, yes }: Carried,
  { writer, looker, third }: MessagePeople,
  state: string,
  asked: boolean,
): Promise<string> {
  const [id, text] = [randomUUID(), randomUUID()];
  const place = { table: 'family_message_text', rowId: text, subjectId: link, compartment: 'family' as const, sealVersion: 1 };
  const sealed = (await house.app.get(Sealer).seal(place, { body: 'Dear sister, I think of you.' })).toString('hex');
  const quoted = (person: Person | string | undefined): string => `'${typeof person === 'string' ? person : (person?.id ?? '')}'`;
  const columns: Record<string, string> = {
    ...(state === 'DRAFT' ? {} : { submitted_at: 'now()' }),
    ...(['DRAFT', 'SUBMITTED'].includes(state) ? {} : { reviewer_id: quoted(looker) }),
    ...(['TRANSLATION', 'APPROVED', 'RELEASED'].includes(state) ? { passed_at: 'now()' } : {}),
    ...(state === 'TRANSLATION' ? { translator_id: quoted(third), translation_language: `'sq'` } : {}),
    ...(['APPROVED', 'RELEASED'].includes(state) ? { approved_by: quoted(looker), approved_at: 'now()' } : {}),
    ...(state === 'HELD' ? { hold_reason: `'OTHER'`, held_at: 'now()' } : {}),
    ...(asked ? { reject_reason: `'PRESSURE'`, reject_asked_by: quoted(looker) } : {}),
    ...(state === 'RELEASED'
      ? {
          released_at: 'now()',
          crossing_id: 'gen_random_uuid()',
          client_consent_id: quoted(yes.CLIENT['C10_MESSAGES']),
          relative_consent_id: quoted(yes.RELATIVE['C10_MESSAGES']),
        }
      : {}),
  };
  const [names, values] = [Object.keys(columns), Object.values(columns)].map((parts) => parts.map((part) => `, ${part}`).join(''));
  await house.sql(`set session_replication_role = replica;
    insert into family_message (id, org_id, office_id, link_id, direction, language, how, state, writer_id${names ?? ''})
      values ('${id}', '${where.orgId}', '${where.id}', '${link}', 'TO_RELATIVE', 'fa', 'WRITTEN', '${state}', '${writer.id}'${values ?? ''});
    insert into family_message_text (id, org_id, office_id, link_id, message_id, kind, seq, language, by_id, frozen_at, sealed)
      values ('${text}', '${where.orgId}', '${where.id}', '${link}', '${id}', 'BODY', 1, 'fa', '${writer.id}', ${state === 'DRAFT' ? 'null' : 'now()'}, '\\x${sealed}');
    insert into family_message_step (id, org_id, office_id, link_id, message_id, to_state, by_id) values (gen_random_uuid(), '${where.orgId}', '${where.id}', '${link}', '${id}', 'DRAFT', '${writer.id}')`);
  return id;
}

async function layWord({ house, where, link }: Carried, looker: Person, message: string): Promise<void> {
  const id = randomUUID();
  const place = { table: 'family_message_word', rowId: id, subjectId: link, compartment: 'family' as const, sealVersion: 1 };
  const sealed = (await house.app.get(Sealer).seal(place, { words: 'Kindly once more' })).toString('hex');
  await house.sql(`insert into family_message_word (id, org_id, office_id, link_id, message_id, kind, reasons, by_id, sealed)
    values ('${id}', '${where.orgId}', '${where.id}', '${link}', '${message}', 'RETURN', '{OTHER}', '${looker.id}', '\\x${sealed}')`);
}

async function layPicture({ house, where, link }: Carried, writer: Person, message: string): Promise<string> {
  const id = randomUUID();
  const place = { table: 'family_message_attachment', rowId: id, subjectId: link, compartment: 'family' as const, sealVersion: 1 };
  const sealed = (await house.app.get(Sealer).sealBytes(place, [plainJpeg()])).toString('hex');
  await house.sql(`set session_replication_role = replica;
    insert into family_message_attachment (id, org_id, office_id, link_id, message_id, kind, width, height, bytes, cleaned_of, added_by, sealed)
      values ('${id}', '${where.orgId}', '${where.id}', '${link}', '${message}', 'JPEG', 8, 8, ${plainJpeg().length}, '{}', '${writer.id}', '\\x${sealed}')`);
  return id;
}

export function messageFixtures({ messages: { third } }: Pick<Ids, 'messages'>): Record<string, RouteFixture> {
  const of = (twin: RouteFixture['twin'], body?: object, about: RouteFixture['about'] = 'carried'): RouteFixture => ({
    about,
    twin,
    ...(body ? { body } : {}),
  });
  const body = { body: 'Words from heart to heart' };
  const now = new Date().toISOString();
  return {
    'GET /api/family-links/:id/messages': of('writer'),
    'POST /api/family-links/:id/messages': of('writer', { ...body, direction: 'TO_RELATIVE', language: 'fa', how: 'DICTATED' }),
    'GET /api/family-messages/:id': of('writer'),
    'PUT /api/family-messages/:id': of('writer', body),
    'POST /api/family-messages/:id/submission': of('writer', {}),
    'POST /api/family-messages/:id/review': of('looker', {}, 'queued'),
    'POST /api/family-messages/:id/return': of('looker', { reasons: ['OTHER'], words: 'Kindly once more' }),
    'POST /api/family-messages/:id/rejection-request': of('looker', { reason: 'PRESSURE' }),
    'POST /api/family-messages/:id/rejection': of('coordinator', {}, 'asked'),
    'POST /api/family-messages/:id/translation-request': of('looker', { translatorId: third, language: 'sq', seen: [] }),
    'POST /api/family-messages/:id/translation': of('third', body),
    'POST /api/family-messages/:id/approval': of('looker', { seen: [] }),
    'POST /api/family-messages/:id/holding': of('writer', { reason: 'DISTRESSING' }),
    'POST /api/family-messages/:id/second-look': of('looker', {}),
    'POST /api/family-messages/:id/recall': of('writer', {}),
    'POST /api/family-messages/:id/delivery': of('writer', { at: now, reaction: 'They smiled' }),
    'POST /api/family-messages/:id/non-delivery': of('writer', { reason: 'Nobody opened' }),
    'POST /api/family-messages/:id/attachments': of('writer', {}),
    'GET /api/family-messages/:id/attachments/:pictureId/content': of('writer'),
    'POST /api/family-messages/:id/attachments/:pictureId/removal': of('writer', {}),
    'POST /api/family-messages/:id/attachments/:pictureId/faces': of('looker', {}),
  };
}

/** Which of them a path is about: its last part says. */
export const messageIdOf = (path: string, ids: MessageIds): string => {
  const last = path.split('/').at(-1) ?? '';
  return last in STATE_FOR && last !== 'read' ? ids[last as Wanted] : ids.read;
};
export const pictureIdOf = (path: string, { picture }: MessageIds): string => picture[path.split('/').at(-1) ?? ''] ?? '';

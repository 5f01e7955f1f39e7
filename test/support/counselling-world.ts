import { standingConsent } from './consent-desk';
import { allocation, must, noteOf, PAPER, REQUEST, SESSION, session, step } from './counselling-desk';
import { onTeam } from './file-on-paper';
import type { House, OfficePlace, Person } from './house';
import type { Ids, RouteFixture } from './route-fixtures';
import { officeDay } from './office-day';

type Cast = Record<'worker' | 'counsellor' | 'lead', Person>;

/** An episode on the file with everything in it, for the stories about walls. */
export async function layCounselling(
  house: House,
  north: OfficePlace,
  { case: caseId, client: clientId }: Pick<Ids, 'case' | 'client'>,
  { worker, counsellor, lead }: Cast,
): Promise<Ids['counselling']> {
  await onTeam(house, { caseId, clientId }, counsellor, north);
  // what the demonstration laid there is not what these stories look at
  await house.sql(`update counselling_episode set service = 'PEER_GROUP' where case_id = $1 and service = 'SUPPORTIVE'`, [caseId]);
  const { id: episode } = await must(worker.post(`/api/cases/${caseId}/counselling`, REQUEST), 201);
  await must(step(counsellor, episode, 'triage', { urgency: 'ROUTINE', riskAsked: true }));
  await standingConsent(worker, caseId, { purpose: 'C07_COUNSELLING', recipients: [] });
  await must(step(lead, episode, 'allocation', allocation({ counsellor, lead } as Parameters<typeof allocation>[0])));
  const planned = await must(session(counsellor, episode, { at: inHours(24), status: 'SCHEDULED', riskChecked: undefined }));
  const note = await must(counsellor.post(`/api/counselling/${episode as string}/notes`, noteOf('ASSESSMENT')), 201);
  const thrown = await must(counsellor.post(`/api/counselling/${episode as string}/notes`, noteOf('PLAN')), 201);
  const kept = await must(counsellor.post(`/api/counselling/${episode as string}/private-notes`, noteOf('PROCESS')));
  const handed = await must(counsellor.post(`/api/counselling/${episode as string}/private-notes`, noteOf('SUPERVISION')));
  await must(counsellor.post(`/api/private-notes/${handed.id as string}/signature`, noteOf('SUPERVISION'), { version: 1 }));
  const licence = { language: 'fa', textSource: 'The paper form in the cupboard', versionLabel: '1' };
  const successor = await house.as('COUNSELLOR', north);
  await onTeam(house, { caseId, clientId }, successor, north);
  await must(counsellor.post(`/api/counselling/${episode as string}/handing-on`, { ...PAPER, successorId: successor.id }));
  await must(lead.post('/api/instruments', { officeId: north.id, instrument: 'WHO5', ...licence }));
  const people = { counsellor: counsellor.id, lead: lead.id, successor: successor.id };
  return {
    episode,
    session: planned.clinical.sessions[0].id,
    note: note.id,
    thrown: thrown.id,
    privateNote: kept.id,
    ...people,
  };
}

/** For each route of counselling that names a record: whose it is, and a body that passes validation. */
export function counsellingFixtures(ids: Ids): Record<string, RouteFixture> {
  const { episode } = ids.counselling;
  const of = (body?: object, twin: RouteFixture['twin'] = 'counsellor'): RouteFixture => ({
    about: 'client',
    twin,
    ...(body ? { body } : {}),
  });
  const own = (body?: object): RouteFixture => ({ about: 'private', twin: 'counsellor', ...(body ? { body } : {}) });
  const at = (state: string): string =>
    `update counselling_episode set state = '${state}', ended_at = null, end_reason = null, urgency = 'ROUTINE' where id = '${episode}'`;
  const from = (state: string, fixture: RouteFixture): RouteFixture => ({ ...fixture, given: [at(state)] });
  const held = { ...SESSION, at: inHours(-1), status: 'ATTENDED', riskChecked: 'YES' };
  const answers = { instrument: 'WHO5', language: 'fa', mode: 'SELF', at: inHours(-1), items: [3, 3, 3, 3, 3] };
  const given = { counsellorId: ids.colleague, supervisorId: ids.colleague, preferenceRespected: true };
  const ended = { endReason: 'MOVED' };
  return {
    'GET /api/cases/:id/counselling': of(undefined, 'worker'),
    'POST /api/cases/:id/counselling': of({ ...REQUEST, service: 'GRIEF' }, 'worker'),
    'GET /api/counselling/:id': of(),
    'PUT /api/counselling/:id': of({ goals: 'To rest', themes: [] }),
    'PUT /api/counselling/:id/shared-summary': of({ text: 'Comes each week.' }),
    'GET /api/counselling/:id/candidates': of(undefined, 'lead'),
    'POST /api/counselling/:id/contacts': from('ACTIVE', of({ kind: 'CHECK_IN', channel: 'PHONE_CALL', at: inHours(-1) })),
    'POST /api/counselling/:id/sessions': of(held),
    'PUT /api/counselling-sessions/:id': of(held),
    'GET /api/counselling/:id/notes': of(),
    'POST /api/counselling/:id/notes': { ...of(noteOf('PROGRESS')), naming: [{ type: 'PROGRESS' }] },
    'GET /api/clinical-notes/:id': of(),
    'PUT /api/clinical-notes/:id': of(noteOf('ASSESSMENT')),
    'POST /api/clinical-notes/:id/signature': of(noteOf('ASSESSMENT')),
    'DELETE /api/clinical-notes/:id': { ...of(), ids: { counselling: { ...ids.counselling, note: ids.counselling.thrown } } },
    'GET /api/counselling/:id/screenings': of(),
    'POST /api/counselling/:id/screenings': of(answers),
    'GET /api/counselling/:id/private-notes': { ...own(), about: 'supervised' },
    'POST /api/counselling/:id/private-notes': own(noteOf('PROCESS')),
    'GET /api/private-notes/:id': own(),
    'PUT /api/private-notes/:id': own(noteOf('PROCESS')),
    'POST /api/private-notes/:id/signature': own(noteOf('PROCESS')),
    'POST /api/private-notes/:id/discard': own({}),
    'GET /api/counselling/:id/handing-on': own(),
    'POST /api/counselling/:id/handing-on': own({ ...PAPER, successorId: ids.counselling.successor }),
    'POST /api/counselling/:id/handing-on/end': own({}),
    'POST /api/counselling/:id/triage': from('REFERRED', of({ urgency: 'ROUTINE', riskAsked: true }, 'lead')),
    'POST /api/counselling/:id/waiting': from('TRIAGED', of({}, 'lead')),
    'POST /api/counselling/:id/allocation': from('WAITLIST', of(given, 'lead')),
    'POST /api/counselling/:id/decline': from('TRIAGED', of({ reason: 'NOT_SUITABLE', alternative: 'A clinic' }, 'lead')),
    'POST /api/counselling/:id/beginning': from('ASSESSMENT', of({ goals: 'To rest', limitsExplained: true })),
    'POST /api/counselling/:id/pause': from('ACTIVE', of({ reason: 'A journey', reviewOn: inHours(240).slice(0, 10) })),
    'POST /api/counselling/:id/resumption': from('PAUSED', of({})),
    'POST /api/counselling/:id/planned-ending': from('ACTIVE', of({})),
    'POST /api/counselling/:id/continuation': from('ENDING', of({ goals: 'Other goals' })),
    'POST /api/counselling/:id/handover': from('ACTIVE', of(given, 'lead')),
    'POST /api/counselling/:id/onward-referral': from('ASSESSMENT', of({ endReason: 'TRANSFERRED' })),
    'POST /api/counselling/:id/unplanned-end': from('ACTIVE', of({ ...ended, riskChecked: true })),
    'POST /api/counselling/:id/end': from('ENDING', of({ ...ended, finalMeasureDeclined: true })),
  };
}

/** As above, for routes that write and name no record. */
export const counsellingOpenings = (ids: Ids): Record<string, RouteFixture> => ({
  'POST /api/counselling-supervision': {
    about: 'staff',
    twin: 'lead',
    body: {
      officeId: ids.office,
      counsellorId: ids.counselling.counsellor,
      supervisorId: ids.counselling.lead,
      heldOn: officeDay(),
      minutes: 60,
    },
  },
  'POST /api/instruments': {
    about: 'office',
    twin: 'lead',
    body: { officeId: ids.office, instrument: 'K10', language: 'fa', textSource: 'A paper form', versionLabel: '1' },
  },
});

const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

import type { madeInboxKey, madeMemberKey } from './partner-desk';
import { enquiryFixtures, enquiryOpenings, type EnquiryIds, matchIdOf } from './enquiry-world';
import { referralFixtures, type ReferralIds, referralIdOf } from './referral-world';
import { inboxFixtures, type InboxIds, inboxIdOf } from './inbox-world';
import { familyFixtures, type FamilyIds, wishIdOf } from './family-fixtures';
import { inboxOpenings, partnerPeopleFixtures } from './partner-world';
import { housingFixtures, housingOpenings } from './housing-world';
import { counsellingFixtures, counsellingOpenings } from './counselling-world';
import { messageFixtures, messageIdOf, type MessageIds, pictureIdOf } from './message-fixtures';
import { assessment, incident, officeIncident, safetyPlan } from './risk-words';
import { review, stock } from './closing';
import { officeDay } from './office-day';

/**
 * For each route that names a record: whose it is, and a body that passes validation, so that a probe gets past the form to the reach.
 * A new route without a fixture fails `reach.story.ts`.
 */
export interface RouteFixture {
  /** What the ids in the path belong to; decides who is an outsider. */
  about:
    | 'client'
    | 'private'
    | 'supervised'
    | 'enquiry'
    | 'question'
    | 'queue'
    | 'staff'
    | 'office'
    | 'partner'
    | 'own'
    | 'beds'
    | 'lent'
    | 'link'
    | 'matches'
    | 'freezes'
    | 'carried'
    | 'queued'
    | 'asked';
  body?: object;
  /** What else the body must say for an id in it to count: the foreign ids are tried with each of these as well. */
  naming?: object[];
  /** Records that the twin's own path names, where they are others than those of the outsiders' paths. */
  ids?: Partial<Ids>;
  /** SQL that lays what this step needs, where the steps before it did not leave it so. */
  given?: string[];
  /** Who is entitled, when it is not the obvious one. */
  twin?:
    | 'worker'
    | 'coordinator'
    | 'admin'
    | 'asked'
    | 'colleague'
    | 'auditor'
    | 'second'
    | 'specialist'
    | 'counsellor'
    | 'lead'
    | 'lawyer'
    | 'officer'
    | 'linker'
    | 'mediator'
    | 'member'
    | 'writer'
    | 'looker'
    | 'third';
}

export interface Ids {
  client: string;
  case: string;
  note: string;
  draft: string;
  enquiry: string;
  intake: string;
  partner: string;
  /** Who reads for the partner, somebody invited, the key in use, a colleague's door at which it was not handed over; and what a member's page would send next. */
  partnerPeople: Record<'member' | 'invited' | 'key' | 'door' | 'handed', string> & {
    nextKey: Awaited<ReturnType<typeof madeInboxKey>>['body'];
    nextMemberKey: Awaited<ReturnType<typeof madeMemberKey>>['body'];
  };
  /** What lies in the partner's inbox, one for each of its routes. */
  inbox: InboxIds;
  /** Wishes of the client, and the links behind them. */
  family: FamilyIds;
  /** What relatives' enquiries came to. */
  enquiries: EnquiryIds;
  /** Referrals of the same case, one for each of our own routes. */
  referrals: ReferralIds;
  /** A case of the same worker that went over to that partner; its file is locked. */
  handedOver: string;
  /** What goes to and fro on a family link of the case, one for each of its routes. */
  messages: MessageIds;
  staff: string;
  role: string;
  office: string;
  member: string;
  otherMember: string;
  question: string;
  allocation: string;
  line: string;
  block: string;
  session: string;
  need: string;
  planVersion: string;
  planItem: string;
  task: string;
  appointment: string;
  absence: string;
  /** A request to the housing specialty that waits in its queue. */
  specialistRequest: string;
  /** A safe house, a unit in it, a request that was offered it, a pair who are kept apart. */
  housing: Record<'provider' | 'unit' | 'placement' | 'pair' | 'otherRef', string>;
  /** An episode with its session, a draft of a record note, and a note that is its author’s alone; who may take it over. */
  counselling: Record<'episode' | 'session' | 'note' | 'thrown' | 'privateNote' | 'counsellor' | 'lead' | 'successor', string>;
  outcome: string;
  help: string;
  certificate: string;
  colleague: string;
  consent: string;
  disclosure: string;
  legalBasis: string;
  /** Another caseworker of the office, who was not asked anything yet. */
  candidate: string;
  parts: Record<string, string>;
  /** A claim, an open deadline of it, its decision; permits, a representative, a value of a country. */
  legal: Record<'claim' | 'deadline' | 'decision' | 'permit' | 'proof' | 'representation' | 'profileValue', string>;
  /** A draft of an assessment, one that waits for a second person, a safety plan, a danger, an incident, a turn of duty. */
  safety: Record<'draft' | 'waiting' | 'plan' | 'danger' | 'incident' | 'evidence' | 'deed' | 'turn', string>;
}

const reason = { reason: 'Words that say why' };
const document = { docType: 'PASSPORT', possession: 'WITH_CLIENT', verification: 'NOT_SEEN' };
const residence = { country: 'AL', knownTo: ['NONE'], safety: 'SAFE' };
const dependant = { name: 'Somebody', relation: 'SON', livesWith: true };
const name = { kind: 'NICKNAME', asWritten: 'Somebody', inUse: false };
const other = { kind: 'ONLINE', asWritten: 'somebody' };
const contact = { channel: 'EMAIL', value: 'somebody@example.org', safety: 'SAFE', preferred: false };
const plan = {
  timeZone: 'Europe/Tirane',
  okHours: [{ days: [1], from: '09:00', to: '10:00' }],
  identifyAs: 'about the course',
  leaveMessage: 'NO',
  ifNoAnswer: 'Try again',
  reviewOn: officeDay(30),
};
const person = {
  pseudonym: 'Linden 100',
  countryOfStay: 'AL',
  languages: [{ code: 'fa', speaks: true, reads: true }],
  interpreterNeeded: false,
};
const office = { name: 'Office', timeZone: 'Europe/Tirane', weekendDays: [6, 7], holidays: [] };
const soon = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
const yes = { decision: 'GIVEN', method: 'VERBAL_REMOTE', capacity: 'YES', freeChoice: 'ALONE' };
const ahead = (days: number): string => officeDay(days);
const task = { kind: 'FOLLOW_UP', dueOn: ahead(9) };
const appointment = { kind: 'MEETING', on: ahead(9), at: '10:00', minutes: 30 };
const today = officeDay();
const agreement = { agreementSignedOn: today, agreementValidTo: '2099-12-31', transferMechanism: 'ADEQUACY', securityCheckedOn: today };
const partner = {
  name: 'Partner',
  type: 'OTHER',
  country: 'AL',
  services: [],
  languages: [],
  contacts: [{ name: 'Somebody' }],
  ...agreement,
};
const enquiry = {
  name: 'Somebody',
  asked: 'Something',
  source: 'SELF',
  language: 'fa',
  immediateDanger: 'NO',
  callbackSafe: true,
  contactChannel: 'EMAIL',
  contactValue: 'somebody@example.org',
  contactSafety: 'SAFE',
};
const role = { role: 'COUNSELLOR', duties: [] };
const told = ['WHO_WE_ARE', 'VOLUNTARY', 'CONFIDENTIALITY', 'MANDATORY_REPORTING', 'DATA_RIGHTS', 'COMPLAINTS'];
const screen = {
  SAFE_TONIGHT: 'YES',
  FOOD: 'YES',
  MEDICINE: 'UNKNOWN',
  INJURY_ILLNESS: 'NO',
  SELF_HARM: 'NO',
  THREAT_NOW: 'NO',
  CHILD_PRESENT: 'NO',
  DEADLINE_7_DAYS: 'YES',
};

export const routeFixtures = (ids: Ids): Record<string, RouteFixture> => {
  const note = { type: 'ADMIN', happenedAt: new Date().toISOString(), body: 'Something' };
  const noteNaming = [{ type: 'CORRECTION' }, { type: 'SENSITIVE' }];
  const grounded = { note: ids.note };
  const inState = (state: string, more = state === 'CLOSED' ? '' : 'closed_on = null, closed_by = null'): string =>
    `update case_file set state = '${state}'${more && `, ${more}`} where id = '${ids.case}'`;
  const opened = ', closed_on = null, closed_by = null';
  const stockNotTaken = `update outcome_review set point = 'AD_HOC' where case_id = '${ids.case}' and point = 'CLOSURE'`;
  const stockTaken = `update outcome_review set point = 'CLOSURE' where id = '${ids.outcome}'
    and not exists (select from outcome_review where case_id = '${ids.case}' and point = 'CLOSURE')`;
  const calm = `risk_level = 'LOW'${opened}`;
  const asked = 'closure_requested_by = primary_worker_id, closure_requested_at = now()';
  const onTeam = `insert into case_team (id, org_id, office_id, client_id, case_id, staff_id, role, classes, reason, proposed_by, member_answer, member_answered_at, client_answer, client_answered_at,
      client_answer_by, starts_at, ends_at)
    select gen_random_uuid(), org_id, office_id, client_id, id, '${ids.colleague}', 'CASEWORKER', array['PERSON'], 'COVER', primary_worker_id, 'NO_TIE', now(),
      'NO_OBJECTION', now(), primary_worker_id, now(), now() + interval '9 days' from case_file where id = '${ids.case}' on conflict (case_id, staff_id) where ended_at is null
      do update set member_answer = 'NO_TIE', member_answered_at = now(), client_answer = 'NO_OBJECTION', client_answered_at = now(),
        client_answer_by = excluded.proposed_by, starts_at = now(), ends_at = now() + interval '9 days', role = 'CASEWORKER'`;
  const help = { service: 'HEALTH', givenOn: today, amount: '20', currency: 'EUR' };
  const counselled = `update case_team set member_answer = 'NO_TIE', member_answered_at = now(), client_answer = 'NO_OBJECTION', client_answered_at = now(),
    client_answer_by = proposed_by, starts_at = now(), ends_at = now() + interval '9 days', ended_at = null, end_reason = null where id = '${ids.member}'`;
  const inQueue = `update specialist_request set state = 'REQUESTED', answered_by = null, answered_at = null, decline_reason = null where id = '${ids.specialistRequest}'`;
  const answeredWell = `update team_question set answer = 'NO_TIE', answered_at = now(), client_answer = 'NO_OBJECTION', client_answered_at = now(),
    client_answer_by = asked_by where enquiry_id = '${ids.intake}'`;
  const claim = `where id = '${ids.legal.claim}'`;
  const inClaim = (state: string): string[] => [
    `update claim_decision set is_pending = false where claim_id = '${ids.legal.claim}'`,
    `update protection_claim set state = '${state}', ended_on = null ${claim}`,
  ];
  const openDeadline = [
    `update legal_deadline set state = 'OPEN', ended_at = null, met_on = null, remedy = null, reviewed_at = null, reviewed_by = null, trigger_date = current_date - 9,
       due_on = current_date + 20, internal_due_on = current_date + 15, gap = null where id = '${ids.legal.deadline}'`,
  ];
  const overdue = `update legal_deadline set trigger_date = current_date - 9, due_on = current_date - 3, internal_due_on = current_date - 4, gap = null, state = 'OPEN', ended_at = null, met_on = null,
    remedy = null, reviewed_at = null, reviewed_by = null, opened_at = now() where id = '${ids.legal.deadline}'`;
  const transferred = `update claim_decision set decision_type = 'TRANSFER' where id = (select id from claim_decision where claim_id = '${ids.legal.claim}' order by recorded_at desc, id desc limit 1)`;
  const mandate = `update legal_representation set mandate_id = '${ids.parts['document'] ?? ''}' where id = '${ids.legal.representation}'`;
  const refused = (more: object): object => ({
    decidedOn: today,
    servedOn: today,
    serviceMethod: 'IN_PERSON',
    appealPossible: true,
    suspensive: 'AUTOMATIC',
    ...more,
  });
  const representative = {
    who: { kind: 'ORGANISATION', name: 'Lakeside Legal Clinic' },
    capacity: 'LAWYER_NGO',
    fromOn: today,
    conflictChecked: true,
    mayReceiveFiles: false,
    contact: 'At the lake',
  };
  const client = (body?: object, twin?: RouteFixture['twin']): RouteFixture => ({
    about: 'client',
    ...(body ? { body } : {}),
    ...(twin ? { twin } : {}),
  });
  const enquiryOf = (body?: object, twin?: RouteFixture['twin']): RouteFixture => ({
    about: 'enquiry',
    ...(body ? { body } : {}),
    ...(twin ? { twin } : {}),
  });
  const admin = (body?: object): RouteFixture => ({ about: 'staff', twin: 'admin', ...(body ? { body } : {}) });
  return {
    'POST /api/sessions/:id/end': { about: 'own', twin: 'auditor' },
    'GET /api/clients/:id/looks': client(),
    'GET /api/clients/:id/header': client(),
    'GET /api/clients/:id': client(),
    'PUT /api/clients/:id': client(person),
    'PUT /api/clients/:id/particulars': client({ nationalities: [] }),
    'POST /api/clients/:id/names': client(name),
    'PUT /api/clients/:id/names/:nameId': client(name),
    'POST /api/clients/:id/names/:nameId/removal': client(),
    'POST /api/clients/:id/organisational-names': client(other),
    'PUT /api/clients/:id/organisational-names/:nameId': client(other),
    'POST /api/clients/:id/organisational-names/:nameId/removal': client(),
    'POST /api/clients/:id/contact-points': client(contact),
    'PUT /api/clients/:id/contact-points/:pointId': client(contact),
    'POST /api/clients/:id/contact-points/:pointId/use': client({ reason: 'CONTACT_CLIENT' }),
    'POST /api/clients/:id/contact-points/:pointId/removal': client(),
    'PUT /api/clients/:id/safe-contact-plan': client(plan),
    'PUT /api/clients/:id/duress-word': client({ word: 'lamp' }),
    'POST /api/clients/:id/documents': client(document),
    'PUT /api/clients/:id/documents/:documentId': client(document),
    'POST /api/clients/:id/documents/:documentId/removal': client(),
    'POST /api/clients/:id/residences': client(residence),
    'PUT /api/clients/:id/residences/:residenceId': client(residence),
    'POST /api/clients/:id/residences/:residenceId/removal': client(),
    'POST /api/clients/:id/dependants': client(dependant),
    'PUT /api/clients/:id/dependants/:dependantId': client(dependant),
    'POST /api/clients/:id/dependants/:dependantId/removal': client(),
    'POST /api/clients/:id/contact/reveal': client({ reason: 'CONTACT_CLIENT' }),
    'POST /api/clients/:id/documents/reveal': client({ reason: 'CHECK_RECORD' }),
    'POST /api/clients/:id/particulars/reveal': client({ reason: 'CHECK_RECORD' }),
    'POST /api/clients/:id/location/reveal': client({ reason: 'VISIT' }),
    'POST /api/clients/:id/duress-word/reveal': client({ reason: 'VISIT' }),
    'GET /api/cases/:id/safety': client(),
    'GET /api/cases/:id/safety-measures': client(),
    'POST /api/cases/:id/risk-drafts': client(assessment()),
    'POST /api/cases/:id/risk-assessments': client(assessment()),
    'GET /api/risk-assessments/:id': client(),
    'PUT /api/risk-assessments/:id': client(assessment()),
    'POST /api/risk-assessments/:id/finalisation': client(assessment()),
    'POST /api/risk-assessments/:id/discarding': client(),
    'POST /api/risk-assessments/:id/confirmation': client({}, 'coordinator'),
    'POST /api/risk-assessments/:id/return': client({ explanation: 'Ask again' }, 'coordinator'),
    'POST /api/safety-plans/:id/tick': client({ place: 0 }),
    'POST /api/cases/:id/safety-plans': client(safetyPlan()),
    'GET /api/safety-plans/:id': client(),
    'PUT /api/safety-plans/:id': client(safetyPlan()),
    'POST /api/cases/:id/heard': client(),
    'POST /api/cases/:id/dangers': client({ words: 'Somebody is at the door' }),
    'GET /api/dangers/:id': client(),
    'POST /api/dangers/:id/taking': client({}, 'coordinator'),
    'POST /api/dangers/:id/hand-back': client({}, 'coordinator'),
    'POST /api/dangers/:id/settlement': {
      ...client({ words: 'All is well' }, 'coordinator'),
      given: [`update danger set state = 'TAKEN', taken_by = '${ids.colleague}', taken_at = now() where id = '${ids.safety.danger}'`],
    },
    'PUT /api/duty/turns/:id': {
      about: 'office',
      twin: 'coordinator',
      body: { officeId: ids.office, staffId: ids.colleague, startsAt: soon(0), endsAt: soon(8), telephone: '+355 69 000 0000' },
    },
    'POST /api/duty/turns/:id/withdrawal': { about: 'office', twin: 'coordinator' },
    'GET /api/cases/:id/incidents': client(),
    'POST /api/cases/:id/incidents': client(incident()),
    'GET /api/incidents/:id': client(),
    'POST /api/incidents/:id/assessment': client({ severity: 'I2', confidence: 'REPORTED' }, 'coordinator'),
    'POST /api/incidents/:id/actions': client({ text: 'Change the locks', ownerId: ids.colleague, dueOn: plan.reviewOn }),
    'POST /api/incidents/:id/action-completion': client({ actionId: ids.safety.deed }),
    'POST /api/incidents/:id/evidence': client({ what: 'A picture', capturedAt: soon(-1) }),
    'POST /api/incidents/:id/evidence-files': client({}),
    'GET /api/incident-evidence/:id/content': client(),
    'GET /api/incident-evidence/:id/file': client(),
    'GET /api/incident-evidence/:id/original': client(),
    'POST /api/incident-evidence/:id/scan': client({}),
    'POST /api/incident-evidence/:id/removal': client({ why: 'It shows somebody else' }),
    'POST /api/incidents/:id/action': client({}, 'coordinator'),
    'POST /api/incidents/:id/monitoring': {
      ...client({ reviewOn: plan.reviewOn }, 'coordinator'),
      given: [`update incident set state = 'ACTION' where id = '${ids.safety.incident}'`],
    },
    'POST /api/incidents/:id/closure': {
      ...client({ clientInformed: true, words: 'Locks' }, 'coordinator'),
      given: [`update incident set state = 'MONITORING' where id = '${ids.safety.incident}'`],
    },
    'POST /api/incidents/:id/reopening': {
      ...client({ words: 'Again' }, 'coordinator'),
      given: [
        `update incident set state = 'CLOSED', closed_at = now(), closed_by = '${ids.colleague}' where id = '${ids.safety.incident}'`,
      ],
    },
    'GET /api/cases/:id/claims': client(),
    'POST /api/cases/:id/claims': client({ country: 'FR', procedureType: 'REGULAR', authority: 'An office', fileNo: 'F-1' }),
    'GET /api/claims/:id': client(),
    'PUT /api/claims/:id': client({ authority: 'Another office', fileNo: 'F-2' }, 'lawyer'),
    'POST /api/claims/:id/reveal': client({ reason: 'CHECK_RECORD' }),
    'POST /api/claims/:id/events': client({ type: 'LETTER_RECEIVED', on: today }),
    'POST /api/claims/:id/rulings': { ...client(refused({ outcome: 'DISMISSED' }), 'lawyer'), given: inClaim('APPEAL_LODGED') },
    'POST /api/claim-decisions/:id/service': client({ servedOn: today, serviceMethod: 'LAWYER' }, 'lawyer'),
    'POST /api/claim-decisions/:id/translation': client({ on: today }, 'lawyer'),
    'POST /api/claims/:id/making': { ...client({ on: today, informed: true, language: 'fa' }, 'lawyer'), given: inClaim('PREPARING') },
    'POST /api/claims/:id/registration': { ...client({ on: today }, 'lawyer'), given: inClaim('MADE') },
    'POST /api/claims/:id/lodging': { ...client({ on: today }, 'lawyer'), given: inClaim('REGISTERED') },
    'POST /api/claims/:id/responsibility': { ...client({ on: today }, 'lawyer'), given: inClaim('LODGED') },
    'POST /api/claims/:id/responsibility-here': { ...client({ on: today }, 'lawyer'), given: inClaim('RESPONSIBILITY') },
    'POST /api/claims/:id/transfer-decision': {
      ...client(refused({ decisionType: 'TRANSFER' }), 'lawyer'),
      given: inClaim('RESPONSIBILITY'),
    },
    'POST /api/claims/:id/admissibility': { ...client({ on: today }, 'lawyer'), given: inClaim('LODGED') },
    'POST /api/claims/:id/admissible-finding': { ...client({ on: today }, 'lawyer'), given: inClaim('ADMISSIBILITY') },
    'POST /api/claims/:id/inadmissible-decision': {
      ...client(refused({ decisionType: 'INADMISSIBLE' }), 'lawyer'),
      given: inClaim('ADMISSIBILITY'),
    },
    'POST /api/claims/:id/examination': { ...client({ on: today }, 'lawyer'), given: inClaim('LODGED') },
    'POST /api/claims/:id/interview': {
      ...client({ on: ahead(9), at: '10:00', language: 'fa', interpreter: 'MAN', place: 'The small room' }, 'lawyer'),
      given: inClaim('EXAMINATION'),
    },
    'POST /api/claims/:id/interview-change': {
      ...client({ on: ahead(10), at: '10:00', words: 'They moved it' }, 'lawyer'),
      given: inClaim('INTERVIEW_SET'),
    },
    'POST /api/claims/:id/interview-holding': { ...client({ on: today }, 'lawyer'), given: inClaim('INTERVIEW_SET') },
    'POST /api/claims/:id/grant': {
      ...client(refused({ decisionType: 'SUBSIDIARY', appealPossible: false }), 'lawyer'),
      given: inClaim('INTERVIEWED'),
    },
    'POST /api/claims/:id/refusal': { ...client(refused({ decisionType: 'REFUSED_MERITS' }), 'lawyer'), given: inClaim('INTERVIEWED') },
    'POST /api/claims/:id/finality': { ...client({ on: today, isFinal: true }, 'lawyer'), given: inClaim('DECIDED_POSITIVE') },
    'POST /api/claims/:id/upgrade-appeal': { ...client({ on: today, clientDecision: true }, 'lawyer'), given: inClaim('DECIDED_POSITIVE') },
    'POST /api/claims/:id/appeal': {
      ...client({ on: today, suspensiveRecorded: 'NO', words: 'Late by the post' }, 'lawyer'),
      given: [...inClaim('DECIDED_NEGATIVE'), mandate],
    },
    'POST /api/claims/:id/lapse': { ...client({ clientDecision: true }, 'lawyer'), given: [...inClaim('DECIDED_NEGATIVE'), overdue] },
    'POST /api/claims/:id/transfer': { ...client({ on: today }, 'lawyer'), given: [...inClaim('DECIDED_NEGATIVE'), transferred] },
    'POST /api/claims/:id/hearing': { ...client({ on: today }, 'lawyer'), given: inClaim('APPEAL_LODGED') },
    'POST /api/claims/:id/positive-ruling': {
      ...client(refused({ outcome: 'ALLOWED', decisionType: 'REFUGEE', isFinal: true }), 'lawyer'),
      given: inClaim('APPEAL_LODGED'),
    },
    'POST /api/claims/:id/remittal': { ...client(refused({ outcome: 'ANNULLED_REMITTED' }), 'lawyer'), given: inClaim('APPEAL_LODGED') },
    'POST /api/claims/:id/negative-ruling': {
      ...client(refused({ outcome: 'DISMISSED', clientDecision: true }), 'lawyer'),
      given: inClaim('APPEAL_LODGED'),
    },
    'POST /api/claims/:id/further-appeal': {
      ...client(refused({ outcome: 'DISMISSED', on: today }), 'lawyer'),
      given: inClaim('APPEAL_LODGED'),
    },
    'POST /api/claims/:id/withdrawal': { ...client({ signed: true, explained: true }, 'lawyer'), given: inClaim('MADE') },
    'POST /api/claims/:id/suspension': { ...client({ on: today }, 'lawyer'), given: inClaim('LODGED') },
    'POST /api/claims/:id/resumption': { ...client({}, 'lawyer'), given: inClaim('SUSPENDED') },
    'POST /api/claims/:id/abandonment': { ...client({ clientDecision: true }, 'lawyer'), given: inClaim('PREPARING') },
    'POST /api/claims/:id/appeal-withdrawal': { ...client({ signed: true, explained: true }, 'lawyer'), given: inClaim('APPEAL_LODGED') },
    'GET /api/legal-deadlines/:id': client(),
    'POST /api/claims/:id/deadlines': client({ type: 'OTHER', trigger: 'OTHER', triggerDate: today, dueOn: ahead(9) }, 'lawyer'),
    'POST /api/legal-deadlines/:id/day': { ...client({ dueOn: ahead(9), words: 'As the lawyer said' }, 'lawyer'), given: openDeadline },
    'POST /api/legal-deadlines/:id/meeting': {
      ...client({ metOn: today, confirmedOn: today, words: 'By telephone' }, 'lawyer'),
      given: openDeadline,
    },
    'POST /api/legal-deadlines/:id/extension': { ...client({ dueOn: ahead(60), words: 'The court wrote' }, 'lawyer'), given: openDeadline },
    'POST /api/legal-deadlines/:id/miss': { ...client({ words: 'Nobody went' }, 'lawyer'), given: [...openDeadline, overdue] },
    'POST /api/legal-deadlines/:id/non-use': { ...client({ words: 'The client wants none' }, 'lawyer'), given: openDeadline },
    'POST /api/legal-deadlines/:id/review': {
      ...client({ whoKnew: 'The desk', remedy: 'NONE', ourFault: false }, 'lawyer'),
      given: [
        `update legal_deadline set state = 'MISSED', ended_at = now(), met_on = null, remedy = null, reviewed_at = null, reviewed_by = null where id = '${ids.legal.deadline}'`,
      ],
    },
    'GET /api/cases/:id/permit-dates': client(),
    'GET /api/permits/:id': client(),
    'POST /api/cases/:id/permits': client({ country: 'FR', type: 'OTHER', unlimited: false, validTo: ahead(90), number: 'P-1' }),
    'PUT /api/permits/:id': client({ country: 'FR', type: 'OTHER', unlimited: false, validTo: ahead(91), number: 'P-2' }),
    'POST /api/permits/:id/renewal': client({ lodgedOn: today, documentId: ids.parts['document'] }),
    'POST /api/permits/:id/withdrawal': client({ on: today }),
    'POST /api/permits/:id/reveal': client({ reason: 'CHECK_RECORD' }),
    'GET /api/representations/:id': { ...client(), twin: 'lawyer' },
    'POST /api/cases/:id/representations': client(representative, 'lawyer'),
    'PUT /api/representations/:id': client(representative, 'lawyer'),
    'POST /api/representations/:id/shares': {
      ...client({ scope: ['REQUEST'], what: 'What is asked for' }, 'lawyer'),
      given: [
        `update legal_representation set may_receive_files = true, recipient = (select recipients[1] from consent where client_id = '${ids.client}' and purpose = 'C04_LEGAL'
          order by recorded_at desc limit 1) where id = '${ids.legal.representation}'`,
      ],
    },
    'GET /api/country-profile-values/:id': { about: 'staff', twin: 'lawyer' },
    'POST /api/country-profile-values/:id/verification': { about: 'staff', twin: 'lawyer', body: {} },
    'GET /api/cases/:id': client(),
    'PUT /api/cases/:id': client({ priority: 'P3', streams: [], country: 'AL' }),
    'GET /api/cases/:id/file': client(),
    'GET /api/cases/:id/history': client(),
    'GET /api/cases/:id/candidates': client(undefined, 'coordinator'),
    'GET /api/cases/:id/team': client(),
    'GET /api/cases/:id/team/candidates': client(),
    'POST /api/cases/:id/team': client({ staffId: ids.colleague, role: 'CASEWORKER', reason: 'COVER' }),
    'GET /api/team-questions/:id': { about: 'question', twin: 'asked' },
    'POST /api/team-questions/:id/answer': { about: 'question', twin: 'asked', body: { answer: 'NO_TIE' } },
    'POST /api/cases/:id/team/:member/client-answer': client({ answer: 'NO_OBJECTION' }),
    'POST /api/cases/:id/team/:member/renewal': client(),
    'POST /api/cases/:id/team/:member/end': client(reason, 'coordinator'),
    'GET /api/cases/:id/specialist-requests': client(),
    'POST /api/cases/:id/specialist-requests': client({ specialty: 'LEGAL', urgency: 'ROUTINE', question: 'Which paper comes first?' }),
    'GET /api/specialist-requests/:id/question': { about: 'queue', twin: 'specialist' },
    'POST /api/specialist-requests/:id/refusal': { about: 'queue', twin: 'specialist', body: { reason: 'NO_CAPACITY' } },
    'POST /api/cases/:id/specialist-requests/:request/refusal-reading': client(),
    'POST /api/cases/:id/specialist-requests/:request/withdrawal': { ...client(), given: [inQueue] },
    'POST /api/specialist-requests/:id/taking-up': { about: 'queue', twin: 'specialist', body: { answer: 'NO_TIE' }, given: [inQueue] },
    'POST /api/cases/:id/team/:member/departure': client({}, 'asked'),
    'GET /api/cases/:id/blocks': client(undefined, 'coordinator'),
    'GET /api/cases/:id/blocks/candidates': client(),
    'POST /api/cases/:id/blocks': client({ staffId: ids.colleague, kind: 'DISPUTE', source: 'CLIENT_STATED' }),
    'POST /api/cases/:id/blocks/:block/lift': client({}, 'second'),
    'GET /api/cases/:id/timeline': client(),
    'GET /api/cases/:id/journey': client(),
    'GET /api/cases/:id/notes': client(),
    'GET /api/cases/:id/note-readers': client(),
    'POST /api/cases/:id/note-drafts': { ...client(note), naming: noteNaming },
    'POST /api/cases/:id/notes': { ...client(note), naming: noteNaming },
    'GET /api/notes/:id': client(),
    'PUT /api/notes/:id': { ...client(note), ids: { note: ids.draft } },
    'DELETE /api/notes/:id': { ...client(), ids: { note: ids.parts['draft'] ?? '' } },
    'POST /api/notes/:id/signature': client(note),
    'GET /api/cases/:id/documents': client(),
    'POST /api/cases/:id/documents': client({}),
    'GET /api/documents/:id': client(),
    'GET /api/documents/:id/content': client(),
    'GET /api/documents/:id/file': client(),
    'GET /api/documents/:id/original': client(),
    'PUT /api/documents/:id': client({ type: 'OTHER', title: 'Letter', receivedOn: '2026-01-02' }),
    'POST /api/documents/:id/scan': client({}),
    ...counsellingFixtures(ids),
    ...housingFixtures(ids),
    'POST /api/cases/:id/assessment-completion': { ...client(grounded), given: [inState('ASSESSMENT')] },
    'POST /api/cases/:id/plan-submission': client({}),
    'GET /api/cases/:id/needs': client(),
    'POST /api/cases/:id/needs': client({ code: 'EC-DB', severity: 'S1', source: 'SELF', identifiedOn: '2026-01-05' }),
    'GET /api/needs/:id': client(),
    'PUT /api/needs/:id': client({ severity: 'S1', status: 'CONFIRMED' }),
    'GET /api/cases/:id/plan': client(),
    'POST /api/cases/:id/plan-draft': client(),
    'PUT /api/cases/:id/plan-draft': client({ goals: [] }),
    'GET /api/plan-versions/:id': client(),
    'PUT /api/plan-items/:id': client({ status: 'PLANNED' }),
    'GET /api/cases/:id/tasks': client(),
    'POST /api/cases/:id/tasks': client(task),
    'GET /api/tasks/:id': client(),
    'PUT /api/tasks/:id': client({ ...task, status: 'OPEN' }),
    'POST /api/tasks/:id/completion': client({}),
    'POST /api/tasks/:id/cancellation': client(),
    'GET /api/cases/:id/appointments': client(),
    'POST /api/cases/:id/appointments': client(appointment),
    'GET /api/appointments/:id': client(),
    'PUT /api/appointments/:id': client(appointment),
    'POST /api/appointments/:id/result': client({ state: 'CANCELLED' }),
    'POST /api/appointments/:id/place': client({ reason: 'CHECK_RECORD' }),
    'GET /api/absences/:id': { about: 'staff', twin: 'coordinator' },
    'POST /api/absences/:id/deputy': { about: 'staff', twin: 'coordinator', body: { deputyId: ids.colleague } },
    'POST /api/absences/:id/end': { about: 'staff', twin: 'coordinator' },
    'POST /api/cases/:id/plan-approval': client({}, 'coordinator'),
    'POST /api/cases/:id/plan-return': {
      ...client(reason, 'coordinator'),
      given: [
        inState(
          'PLANNING',
          `plan_submitted_by = primary_worker_id, plan_submitted_at = now(), plan_approved_by = null, plan_approved_at = null${opened}`,
        ),
      ],
    },
    'POST /api/cases/:id/plan-revision': { ...client(grounded), given: [inState('ACTIVE')] },
    'POST /api/cases/:id/hold': {
      ...client({ holdReason: 'TRAVEL', reviewOn: plan.reviewOn }, 'coordinator'),
      given: [inState('ACTIVE', calm)],
    },
    'POST /api/cases/:id/resumption': client({}),
    'POST /api/cases/:id/closure-request': { ...client(stock(ids.note)), given: [inState('ACTIVE', calm), stockTaken] },
    'GET /api/cases/:id/closure': client(),
    'GET /api/cases/:id/outcome-reviews': client(),
    'GET /api/outcome-reviews/:id': client(),
    'PUT /api/outcome-reviews/:id': client(review('AD_HOC', '2')),
    'PUT /api/outcome-reviews/:id/wellbeing': { ...client({ level: '3' }, 'asked'), given: [inState('ACTIVE'), counselled] },
    'POST /api/cases/:id/outcome-reviews': { ...client(review('CLOSURE', '3')), given: [stockNotTaken] },
    'GET /api/cases/:id/help': client(),
    'GET /api/help/:id': client(),
    'PUT /api/help/:id': client(help),
    'POST /api/cases/:id/help': client(help),
    'GET /api/cases/:id/certificates': client(),
    'GET /api/certificates/:id': client(),
    'POST /api/cases/:id/certificates': client({ name: 'Somebody', activity: 'Language course', from: '2026-01-05', until: '2026-02-05' }),
    'POST /api/cases/:id/closure': client({}, 'coordinator'),
    'POST /api/cases/:id/closure-rejection': { ...client(reason, 'coordinator'), given: [inState('CLOSURE_REQUESTED', asked + opened)] },
    'POST /api/cases/:id/early-closure-rejection': {
      ...client(reason, 'coordinator'),
      given: [inState('CLOSURE_REQUESTED', `${asked}${opened}, state_before = 'ASSESSMENT'`)],
    },
    'GET /api/cases/:id/consents': client(),
    'POST /api/cases/:id/disclosures': client({
      purpose: 'C04_LEGAL',
      recipientId: ids.partner,
      scope: ['PSEUDONYM'],
      stage: 'TOLD',
      how: 'SPOKEN',
      what: 'Something',
    }),
    'POST /api/cases/:id/consents': client({ ...yes, purpose: 'C16_STATS', language: 'fa' }),
    'GET /api/consents/:id': client(),
    'POST /api/consents/:id/decision': client(yes),
    'POST /api/consents/:id/suspension': client({ doubt: 'CAPACITY' }),
    'POST /api/consents/:id/confirmation': client({ freeChoice: 'ALONE', capacity: 'YES' }, 'coordinator'),
    'GET /api/cases/:id/disclosures': client(),
    'GET /api/disclosures/:id': client(),
    'POST /api/disclosures/:id/telling': client({}),
    'POST /api/disclosures/:id/stop': client({}),
    'POST /api/consents/:id/withdrawal': client({ how: 'PHONE', effectsExplained: true }),
    'GET /api/cases/:id/legal-bases': client(),
    'POST /api/cases/:id/legal-bases': client(
      {
        basis: 'VITAL_INTEREST',
        purpose: 'C06_HEALTH',
        recipient: { kind: 'ORGANISATION', name: 'A ward' },
        scope: ['NAME'],
        reason: 'Words that say why it is needed',
        inform: 'TELL',
      },
      'coordinator',
    ),
    'GET /api/legal-bases/:id': client(),
    'POST /api/legal-bases/:id/verbal-approval': client({ secondId: ids.colleague }, 'coordinator'),
    'POST /api/legal-bases/:id/approval': client({}, 'second'),
    'POST /api/legal-bases/:id/refusal': client({}, 'second'),
    'POST /api/legal-bases/:id/confirmation': client({}, 'second'),
    'POST /api/legal-bases/:id/objection': client({}, 'second'),
    'POST /api/legal-bases/:id/informing': client({}),
    'GET /api/enquiries/:id': enquiryOf(),
    'PUT /api/enquiries/:id': enquiryOf(enquiry),
    'POST /api/enquiries/:id/first-response': enquiryOf({}),
    'POST /api/enquiries/:id/tie': enquiryOf({ kind: 'OTHER' }, 'second'),
    'POST /api/enquiries/:id/intake': enquiryOf({ noTie: true }),
    'POST /api/enquiries/:id/decline': enquiryOf({ reason: 'INFO_GIVEN', signposting: 'Somewhere else' }, 'coordinator'),
    'POST /api/enquiries/:id/danger-taking': {
      ...enquiryOf({}, 'coordinator'),
      given: [
        `update enquiry set state = 'ENQUIRY', immediate_danger = 'YES', danger_taken_by = null, danger_taken_at = null where id = '${ids.enquiry}'`,
      ],
    },
    'GET /api/enquiries/:id/intake': enquiryOf(),
    'PUT /api/enquiries/:id/intake/safety': enquiryOf({ seenAlone: true, mode: 'IN_PERSON', screen }),
    'PUT /api/enquiries/:id/intake/information': enquiryOf({ told }),
    'PUT /api/enquiries/:id/intake/identity': enquiryOf({ name: 'Somebody', languages: ['fa'], country: 'AL' }),
    'PUT /api/enquiries/:id/intake/situation': enquiryOf({}),
    'PUT /api/enquiries/:id/intake/legal-basis': enquiryOf({
      basis: 'CONSENT',
      method: 'VERBAL_REMOTE',
      capacity: 'YES',
      freeChoice: 'ALONE',
    }),
    'PUT /api/enquiries/:id/intake/proposal': enquiryOf({}),
    'GET /api/enquiries/:id/matches': enquiryOf(),
    'POST /api/enquiries/:id/proposal': enquiryOf({}),
    'GET /api/enquiries/:id/candidates': enquiryOf(undefined, 'coordinator'),
    'GET /api/enquiries/:id/allocation-questions': enquiryOf(),
    'POST /api/enquiries/:id/allocation-questions': enquiryOf({ staffId: ids.candidate }, 'coordinator'),
    'POST /api/enquiries/:id/allocation-questions/:staffId/client-answer': enquiryOf({ answer: 'NO_OBJECTION' }),
    'POST /api/allocation-questions/:id/answer': {
      about: 'question',
      twin: 'colleague',
      body: { answer: 'NO_TIE' },
    },
    'POST /api/enquiries/:id/admission': { ...enquiryOf({ primaryWorkerId: ids.colleague }, 'coordinator'), given: [answeredWell] },
    'GET /api/allocation-questions/:id': { about: 'question', twin: 'colleague' },
    'POST /api/duplicate-lines/:id/settlement': client({}, 'coordinator'),
    ...enquiryFixtures,
    ...referralFixtures(ids),
    ...familyFixtures(ids),
    ...inboxFixtures(),
    ...messageFixtures(ids),
    ...partnerPeopleFixtures(ids),
    'GET /api/partners/:id': { about: 'partner', twin: 'coordinator' },
    'PUT /api/partners/:id': { about: 'partner', twin: 'coordinator', body: partner },
    'POST /api/partners/:id/activation': {
      about: 'partner',
      twin: 'coordinator',
      body: {},
      given: [`update partner set state = 'PROSPECT' where id = '${ids.partner}'`],
    },
    'POST /api/partners/:id/suspension': { about: 'partner', twin: 'coordinator', body: reason },
    'POST /api/partners/:id/reinstatement': { about: 'partner', twin: 'coordinator', body: {} },
    'POST /api/partners/:id/end': { about: 'partner', twin: 'coordinator', body: reason },
    'GET /api/offices/:id': { about: 'office', twin: 'admin' },
    'GET /api/offices/:id/acts-out-of-reach': { about: 'office', twin: 'admin' },
    'PUT /api/offices/:id': { about: 'office', twin: 'admin', body: office },
    'GET /api/staff/:id': admin(),
    'POST /api/staff/:id/roles': admin({ ...role, officeId: ids.office }),
    'POST /api/staff/:id/roles/:roleId/duties': admin({ duties: [] }),
    'POST /api/staff/:id/roles/:roleId/end': admin(reason),
    'POST /api/staff/:id/tie-decision': {
      about: 'staff',
      twin: 'coordinator',
      body: { decision: 'CLEARED', ...reason },
      given: [`update staff_member set tie_state = 'DECLARED' where id = '${ids.colleague}'`],
    },
    'POST /api/staff/:id/confirmation': { about: 'staff', twin: 'coordinator', body: { digits: '123456' } },
    'POST /api/staff/:id/suspension': admin(reason),
    'POST /api/staff/:id/reinstatement': admin(reason),
    'POST /api/staff/:id/reset': admin(reason),
    'POST /api/staff/:id/invitation': admin({}),
    'POST /api/staff/:id/end': admin(reason),
    'POST /api/notes/:id/void-request': client({ reason: 'NOT_NEEDED' }),
    'POST /api/notes/:id/void-refusal': client({ explanation: 'It stays' }, 'coordinator'),
    'POST /api/notes/:id/void-confirmation': {
      ...client({}, 'coordinator'),
      given: [`update case_note set state = 'VOID_ASKED', void_reason = 'NOT_NEEDED', void_asked_at = now() where id = '${ids.note}'`],
    },
    'POST /api/cases/:id/allocation': { ...client({ staffId: ids.colleague }, 'coordinator'), given: [onTeam] },
    'POST /api/cases/:id/reopening': {
      ...client({ ...reason, primaryWorkerId: ids.colleague }, 'coordinator'),
      given: [inState('CLOSED', `closed_on = current_date, closed_by = null`)],
    },
  };
};

/** As above, for routes that write and name no record. */
export const openings = (ids: Ids): Record<string, RouteFixture> => ({
  'POST /api/partners': { about: 'partner', body: partner },
  'POST /api/offices': { about: 'office', body: office },
  'POST /api/staff': {
    about: 'staff',
    body: {
      displayName: 'Somebody new',
      login: `somebody-${ids.line}`,
      language: 'en',
      roles: [{ role: 'HOUSING', duties: [], officeId: ids.office }],
    },
  },
  'POST /api/enquiries': { about: 'enquiry', body: enquiry },
  'POST /api/incidents': { about: 'office', twin: 'worker', body: officeIncident(ids.office) },
  'POST /api/enquiries/search': { about: 'enquiry' },
  'POST /api/clients/search': { about: 'client' },
  'POST /api/account/language': { about: 'own', body: { language: 'en' } },
  'POST /api/account/password': { about: 'own', body: { newPassword: `A long line of words ${ids.line}` } },
  'POST /api/account/recovery-codes': { about: 'own' },
  'POST /api/account/tie': { about: 'own', twin: 'auditor', body: { answer: 'NONE' } },
  'POST /api/audit/verification': { about: 'own' },
  ...counsellingOpenings(ids),
  'POST /api/country-profile-values': {
    about: 'partner',
    body: { country: 'AL', kind: 'LEGAL_AID', code: 'ALL', value: { text: 'Free' } },
  },
  ...housingOpenings(ids),
  ...inboxOpenings(ids),
  ...enquiryOpenings,
});

/** The path of a route with ids put in: `/api/clients/:id/names/:nameId`. */
export function pathFor(path: string, ids: Ids, replace: (id: string, parameter: string) => string = (id) => id): string {
  const owner: Record<string, string> = {
    clients: ids.client,
    cases: /\/(hand-over|unlocking)$/.test(path) ? ids.handedOver : ids.case,
    notes: path.endsWith('/signature') ? ids.draft : ids.note,
    enquiries: path.includes('/intake/') || /proposal|admission|candidates|allocation/.test(path) ? ids.intake : ids.enquiry,
    partners: ids.partner,
    inbox: inboxIdOf(path, ids.inbox),
    referrals: referralIdOf(path, ids.referrals),
    'family-wishes': wishIdOf(path, ids.family),
    'family-links': path.endsWith('/messages') ? ids.messages.link : ids.family.link,
    'family-approvals': path.endsWith('/reopening') ? ids.family.renewal : ids.family.link,
    'family-messages': messageIdOf(path, ids.messages),
    staff: ids.staff,
    offices: ids.office,
    sessions: ids.session,
    needs: ids.need,
    'plan-versions': ids.planVersion,
    'plan-items': ids.planItem,
    tasks: ids.task,
    appointments: ids.appointment,
    absences: ids.absence,
    housing: path.includes('/units/') ? ids.housing.unit : ids.housing.provider,
    placements: ids.housing.placement,
    'keep-apart': ids.housing.pair,
    'team-questions': ids.question,
    'specialist-requests': ids.specialistRequest,
    counselling: ids.counselling.episode,
    'counselling-sessions': ids.counselling.session,
    'clinical-notes': ids.counselling.note,
    'private-notes': ids.counselling.privateNote,
    'outcome-reviews': ids.outcome,
    help: ids.help,
    certificates: ids.certificate,
    'allocation-questions': ids.allocation,
    'duplicate-lines': ids.line,
    'risk-assessments': /confirmation|return/.test(path) ? ids.safety.waiting : ids.safety.draft,
    'safety-plans': ids.safety.plan,
    dangers: ids.safety.danger,
    incidents: ids.safety.incident,
    'incident-evidence': ids.safety.evidence,
    duty: ids.safety.turn,
    documents: ids.parts['document'] ?? '',
    consents: ids.consent,
    disclosures: ids.disclosure,
    'legal-bases': ids.legalBasis,
    claims: ids.legal.claim,
    'claim-decisions': ids.legal.decision,
    'legal-deadlines': ids.legal.deadline,
    permits: ids.legal.permit,
    representations: ids.legal.representation,
    'country-profile-values': ids.legal.profileValue,
    'family-matches': matchIdOf(path, ids.enquiries),
    'family-freezes': ids.enquiries.freeze,
  };
  const parameters: Record<string, string> = {
    ':id': owner[path.split('/')[2] ?? ''] ?? ids.client,
    ':nameId': ids.parts[path.includes('organisational') ? 'organisational_name' : 'person_name'] ?? '',
    ':pointId': ids.parts['contact_point'] ?? '',
    ':documentId': ids.parts['identity_document'] ?? '',
    ':residenceId': ids.parts['residence'] ?? '',
    ':dependantId': ids.parts['dependant'] ?? '',
    ':member': path.endsWith('/end') ? ids.otherMember : ids.member,
    ':block': ids.block,
    ':request': ids.specialistRequest,
    ':consentId': path.startsWith('/api/family-wishes') ? ids.family.consent : ids.family.relativeConsent,
    ':contactId': path.endsWith('/calling-off') ? ids.family.steps.coming : ids.family.steps.past,
    ':stepId': ids.family.steps.route,
    ':roleId': ids.role,
    ':personId': ids.partnerPeople.invited,
    ':keyId': ids.partnerPeople.key,
    ':staffId': ids.colleague,
    ':pictureId': pictureIdOf(path, ids.messages),
  };
  return path
    .split('/')
    .map((part) => (part.startsWith(':') ? replace(parameters[part] ?? '', part) : part))
    .join('/');
}

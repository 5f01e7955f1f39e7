import {
  IncidentActionInput,
  IncidentAssessmentInput,
  IncidentClosureInput,
  IncidentMonitoringInput,
  IncidentReopeningInput,
} from '@panah/contracts/incident-steps.contract';
import { EvidenceInput } from '@panah/contracts/incident-evidence.contract';
import type { IncidentView } from '@panah/contracts/incidents.contract';
import { incidentSeverity, sourceConfidence } from '@panah/domain/vocabulary/incidents';
import { type Choice, choicesOf } from '../platform/form/choices';
import type { FormQuestion, QuestionField } from '../platform/form/form-question';
import type { IncidentsApi } from './incidents.api';
import { INCIDENT_TEXTS } from './incidents.texts';

export type IncidentAsk = 'assess' | 'monitor' | 'close' | 'reopen' | 'action' | 'evidence';
type Question = FormQuestion<IncidentView>;

const WORDS: QuestionField = { name: 'words', kind: 'area', label: $localize`:@@incidents.words:In a few words` };
const INFORMED: QuestionField = {
  name: 'clientInformed',
  kind: 'check',
  label: $localize`:@@incidents.client:The client`,
  beside: $localize`:@@incidents.informed:knows the result`,
};

const QUESTIONS: Readonly<Record<IncidentAsk, (api: IncidentsApi, incident: IncidentView) => Question | Promise<Question>>> = {
  assess: (api, { id, severity, confidence }) => ({
    title: $localize`:@@incidents.doAssess:How serious is it?`,
    contract: IncidentAssessmentInput,
    start: { severity, confidence },
    fields: [
      {
        name: 'severity',
        kind: 'choice',
        inRow: true,
        label: $localize`:@@incidents.severity:Severity`,
        choices: choicesOf(incidentSeverity),
      },
      {
        name: 'confidence',
        kind: 'select',
        label: $localize`:@@incidents.confidence:How sure is that`,
        choices: choicesOf(sourceConfidence),
      },
    ],
    send: (input, intent) => api.step(id, 'assess', input, intent),
  }),
  monitor: (api, { id }) => ({
    title: $localize`:@@incidents.doMonitor:Everything is done: when is it looked at again?`,
    contract: IncidentMonitoringInput,
    fields: [{ name: 'reviewOn', kind: 'day', label: $localize`:@@incidents.reviewOn:Looked at again on` }],
    send: (input, intent) => api.step(id, 'monitor', input, intent),
  }),
  // nobody is to be told where it touched no client
  close: (api, { id, caseId, affected }) => ({
    title: $localize`:@@incidents.doClose:Close the incident`,
    contract: IncidentClosureInput,
    start: { clientInformed: false },
    fields: [...(caseId || affected.length ? [INFORMED] : []), WORDS],
    send: (input, intent) => api.step(id, 'close', input, intent),
  }),
  reopen: (api, { id }) => ({
    title: $localize`:@@incidents.doReopen:Open it again: what is new?`,
    contract: IncidentReopeningInput,
    fields: [WORDS],
    send: (input, intent) => api.step(id, 'reopen', input, intent),
  }),
  action: async (api, incident) => ({
    title: $localize`:@@incidents.doAction:Something to do`,
    contract: IncidentActionInput,
    fields: [
      { name: 'text', kind: 'text', label: $localize`:@@incidents.what:What` },
      { name: 'ownerId', kind: 'select', label: $localize`:@@incidents.who:Who`, choices: await ownersOf(api, incident) },
      { name: 'dueOn', kind: 'day', label: $localize`:@@incidents.dueOn:By` },
    ],
    send: (input, intent) => api.addAction(incident.id, input as IncidentActionInput, intent),
  }),
  evidence: (api, { id }) => ({
    title: $localize`:@@incidents.doEvidence:Evidence`,
    contract: EvidenceInput,
    fields: [
      { name: 'what', kind: 'text', label: $localize`:@@incidents.evidenceWhat:What it is` },
      { name: 'capturedAt', kind: 'moment', label: $localize`:@@incidents.capturedAt:Taken at` },
      { name: 'url', kind: 'text', label: $localize`:@@incidents.url:Address`, ltr: true, optional: true },
      {
        name: 'sha256',
        kind: 'text',
        label: $localize`:@@incidents.sha:SHA-256`,
        hint: $localize`:@@incidents.shaHint:When it was reckoned where it was taken.`,
        ltr: true,
        optional: true,
      },
    ],
    send: (input, intent) => api.addEvidence(id, input as EvidenceInput, intent),
  }),
};

/** Asks what a step of an incident needs; the answer is the incident as it then stands. */
export async function incidentQuestion(api: IncidentsApi, incident: IncidentView, ask: IncidentAsk): Promise<Question> {
  return { texts: INCIDENT_TEXTS, onlyGiven: true, ...(await QUESTIONS[ask](api, incident)) };
}

/** Of the office: those who may read it. */
async function ownersOf(api: IncidentsApi, { mayOwnActions }: IncidentView): Promise<readonly Choice[]> {
  if (mayOwnActions) return mayOwnActions.map(({ id, name }) => ({ code: id, label: name }));
  return (await api.colleagues()).map(({ id, displayName }) => ({ code: id, label: displayName }));
}

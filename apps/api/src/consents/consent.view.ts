import type { ConsentDetailsView, ConsentEventView, ConsentView, ImpossibleView, PurposeView } from '@panah/contracts/consents.contract';
import { consentProcess } from '@panah/domain/consents/consent.process';
import { dueAt, warningAt } from '@panah/domain/consents/consent.rules';
import { isSameName } from '@panah/domain/consents/recipient-name';
import { isSingleUse, monthsOf, needsRecipient, scopeOf, usualScopeOf } from '@panah/domain/consents/purposes';
import { impossibleWithout } from '@panah/domain/consents/without-consent';
import { actionsFrom } from '@panah/domain/process/process';
import type { ConsentPurpose } from '@panah/domain/vocabulary/consents';
import { mayOn } from '../platform/access/may-on';
import type { ReachedCase } from '../cases/case.records';
import type { AskedSecrets, ConsentRow, ConsentStep, Recipient, StepSecrets } from './consent.entity';
import { purposesOpenOn } from './purposes-open';

export type OpenStep = ConsentStep & { secrets: StepSecrets };

/** A consent with what of it is opened. */
export interface OpenConsent {
  row: ConsentRow;
  secrets: AskedSecrets;
  steps: OpenStep[];
}

/** The document that shows a yes, where the reader comes to it. */
interface Paper {
  title: string;
  kind: string;
}

/** What consents are shown with. */
interface Known {
  names: Map<string, string>;
  paperOf: ReadonlyMap<string, Paper>;
  /** Who bear the name of somebody whom a consent names. */
  partners: readonly { id: string; name: string }[];
}

/** Names of recipients who are named, and chosen from no list. */
export const namedOnly = (recipients: readonly Recipient[]): string[] =>
  recipients.filter(({ kind }) => kind !== 'PARTNER').map(({ name }) => name);

/** A member of the team sees that a consent is there and can take it back; what it says, who works with its purpose. */
export function consentView({ row, secrets, steps }: OpenConsent, file: ReachedCase, known: Known): ConsentView {
  const opens = purposesOpenOn(file).includes(row.purpose);
  const { state, givenAt, expiresAt } = row;
  return {
    id: row.id,
    caseId: file.id,
    purpose: row.purpose,
    state,
    recordedAt: row.recordedAt.toISOString(),
    givenAt: givenAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    usedAt: isSingleUse(row.purpose) ? (row.usedAt?.toISOString() ?? null) : null,
    endsWithinDays: state === 'ACTIVE' && givenAt ? warningAt(dueAt(row.purpose, givenAt, expiresAt), new Date()) : null,
    details: opens ? detailsOf(row, secrets, steps, known) : null,
    impossible: state === 'ACTIVE' ? null : impossibleOf(row.purpose),
    actions: actionsOn(row, file, opens),
  };
}

function detailsOf(row: ConsentRow, secrets: AskedSecrets, steps: OpenStep[], { names, paperOf, partners }: Known): ConsentDetailsView {
  const named = namedOnly(secrets.recipients);
  const giving = steps.find(({ action }) => action === 'give');
  const given = giving?.secrets;
  const documentId = giving?.documentId ?? null;
  const interpreter = given?.interpreter === undefined ? secrets.interpreter : given.interpreter;
  return {
    scope: [...row.scope],
    recipients: secrets.recipients,
    partnersOfThisName: partners
      .filter(({ name }) => named.some((one) => isSameName(one, name)))
      .map(({ id, name }) => ({ id, kind: 'PARTNER', name })),
    withheld: secrets.withheld,
    language: secrets.language,
    explainedBy: personOf(secrets.explainedBy, names),
    interpreter: interpreter && { kind: interpreter.kind, id: interpreter.staffId, name: interpreter.name },
    method: given?.method ?? null,
    capacity: given?.capacity ?? null,
    freeChoice: given?.freeChoice ?? null,
    evidence: given?.evidence ?? null,
    document: documentId === null ? null : { id: documentId, ...(paperOf.get(documentId) ?? { title: null, kind: null }) },
    witness: given?.witness ?? null,
    supporter: given?.supporter ?? null,
    history: steps.map((step) => eventOf(step, names)),
  };
}

function eventOf({ action, state, at, byId, secrets }: OpenStep, names: Map<string, string>): ConsentEventView {
  return {
    action,
    state,
    at: at.toISOString(),
    by: personOf(byId, names),
    how: secrets.how ?? null,
    doubt: secrets.doubt ?? null,
    effectsExplained: secrets.effectsExplained ?? null,
  };
}

export const personOf = (id: string | null, names: Map<string, string>): { id: string; name: string } | null =>
  id === null ? null : { id, name: names.get(id) ?? '' };

function impossibleOf(purpose: ConsentPurpose): ImpossibleView | null {
  const impossible = impossibleWithout(purpose);
  return impossible && { service: impossible.service, reasonEn: impossible.reason.en, reasonFa: impossible.reason.fa };
}

function actionsOn({ state }: ConsentRow, file: ReachedCase, opens: boolean): string[] {
  const words = {
    give: 'consent:record',
    refuse: 'consent:record',
    withdraw: 'consent:withdraw',
    suspend: 'consent:suspend',
    confirm: 'consent:confirm',
  } as const;
  return actionsFrom(consentProcess, state).filter((action) => {
    if (!(action in words)) return false;
    const word = words[action as keyof typeof words];
    return mayOn(word, file) && (word !== 'consent:record' || opens);
  });
}

export function purposeView(purpose: ConsentPurpose): PurposeView {
  return {
    purpose,
    scope: [...scopeOf(purpose)],
    usual: [...usualScopeOf(purpose)],
    needsRecipient: needsRecipient(purpose),
    months: monthsOf(purpose),
  };
}

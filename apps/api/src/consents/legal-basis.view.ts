import type { LegalBasisView } from '@panah/contracts/disclosures.contract';
import { legalBasisProcess } from '@panah/domain/consents/legal-basis.process';
import { actionsFrom } from '@panah/domain/process/process';
import { mayOn } from '../platform/access/may-on';
import type { ReachedCase } from '../cases/case.records';
import { currentActor } from '../platform/access/current-reach';
import { personOf } from './consent.view';
import type { LegalBasis, LegalBasisSecrets } from './disclosure.entity';

export function legalBasisView(row: LegalBasis, secrets: LegalBasisSecrets, file: ReachedCase, names: Map<string, string>): LegalBasisView {
  return {
    id: row.id,
    caseId: row.caseId,
    version: row.version,
    basis: row.basis,
    purpose: row.purpose,
    recipient: secrets.recipient,
    scope: row.scope,
    state: row.state,
    reason: secrets.reason,
    inform: row.inform,
    danger: secrets.danger,
    askedBy: personOf(row.askedBy, names),
    askedAt: row.askedAt.toISOString(),
    second: personOf(row.secondId, names),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decidedHow: row.decidedHow,
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    validUntil: row.validUntil?.toISOString() ?? null,
    objectedAt: row.objectedAt?.toISOString() ?? null,
    informedAt: row.informedAt?.toISOString() ?? null,
    actions: actionsOn(row, file),
  };
}

/** What the reader may do now: the one who asked names a spoken yes, another one decides, the one who was named says whether they did. */
function actionsOn({ state, askedBy, secondId, confirmedAt, informedAt, inform }: LegalBasis, file: ReachedCase): string[] {
  const { staffId } = currentActor();
  const decides = mayOn('legal-basis:approve', file);
  return [
    ...(state === 'ASKED' && decides && askedBy !== staffId ? ['approve', 'refuse'] : []),
    ...(state === 'ASKED' && mayOn('legal-basis:ask', file) && askedBy === staffId ? ['approve-verbally'] : []),
    ...(state === 'APPROVED' && confirmedAt === null && secondId === staffId && decides ? actionsFrom(legalBasisProcess, state) : []),
    ...((state === 'APPROVED' || state === 'OBJECTED') && inform === 'TELL' && informedAt === null && mayOn('legal-basis:inform', file)
      ? ['inform']
      : []),
  ];
}

import type { ConsentGiving } from '@panah/contracts/consents.contract';
import type { GivenConsent } from '@panah/domain/consents/consent.rules';
import type { CapacityCheck, ConsentMethod, FreeChoiceCheck, InterpreterKind } from '@panah/domain/vocabulary/consents';

/** What was written of a yes, with holes where nothing was. */
export function givingOf(giving: ConsentGiving, interpreter: string | null): Partial<GivenConsent> {
  return {
    method: (giving.method ?? undefined) as ConsentMethod | undefined,
    capacity: (giving.capacity ?? undefined) as CapacityCheck | undefined,
    freeChoice: (giving.freeChoice ?? undefined) as FreeChoiceCheck | undefined,
    interpreter: interpreter as InterpreterKind | null,
    evidence: giving.evidence?.trim() || null,
    witness: giving.witness?.trim() || null,
    supporter: giving.supporter?.trim() || null,
  };
}

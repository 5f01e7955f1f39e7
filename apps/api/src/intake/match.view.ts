import type { EnquiryMatchesView } from '@panah/contracts/duplicates.contract';
import type { PossibleMatch } from '../clients/client-search.records';

export function matchesView(matches: readonly PossibleMatch[]): EnquiryMatchesView {
  return {
    items: matches.map(({ row, secrets, score, verdict }) => ({
      clientId: row.id,
      caseId: row.caseId,
      caseRef: row.caseRef,
      name: secrets.displayName.arab ?? secrets.displayName.latin ?? secrets.pseudonym,
      score,
      verdict,
    })),
  };
}

import { inject } from '@angular/core';
import type { ClientHitView } from '@panah/contracts/clients.contract';
import { caseState } from '@panah/domain/vocabulary/cases';
import type { FinderFactory, FinderHit } from '../platform/finder/finder-hit';
import { readerLanguage } from '../platform/reader/language';
import { ClientsApi } from './clients.api';

/** Clients in the finder: by reference, pseudonym, or a name in any script and spelling. */
export const clientFinder: FinderFactory = () => {
  const clients = inject(ClientsApi);
  return async (text) => {
    const { items, typeMore } = await clients.search(text);
    return { hits: items.map(hitOf), typeMore };
  };
};

function hitOf({ clientId, caseId, displayName, caseRef, pseudonym, caseState: state }: ClientHitView): FinderHit {
  return {
    id: clientId,
    link: caseId ? ['/cases', caseId] : ['/clients', clientId],
    own: displayName.arab,
    latin: displayName.latin,
    ref: caseRef,
    note: pseudonym,
    state: caseState.has(state) ? { tone: 'plain', icon: 'cases', word: caseState.label(state, readerLanguage()) } : null,
  };
}

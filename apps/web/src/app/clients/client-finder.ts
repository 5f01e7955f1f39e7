import { inject } from '@angular/core';
import { caseState } from '@panah/domain/vocabulary/cases';
import type { FinderFactory, FinderHit } from '../platform/finder/finder-hit';
import { readerLanguage } from '../platform/reader/language';
import { ClientsApi } from './clients.api';

/** Clients in the finder: by reference, pseudonym, or a name in any script and spelling. */
export const clientFinder: FinderFactory = () => {
  const clients = inject(ClientsApi);
  return async (text) =>
    (await clients.search(text)).items.map((hit): FinderHit => ({
      id: hit.clientId,
      link: hit.caseId ? ['/cases', hit.caseId] : ['/clients', hit.clientId],
      own: hit.displayName.arab,
      latin: hit.displayName.latin,
      ref: hit.caseRef,
      note: hit.pseudonym,
      state: caseState.has(hit.caseState) ? { tone: 'plain', icon: 'cases', word: caseState.label(hit.caseState, readerLanguage()) } : null,
    }));
};

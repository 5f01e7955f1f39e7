import type { ContactCaseView, OnTimeCaseView } from '@panah/contracts/practice-lists.contract';
import type { Named } from './board-names';
import type { ContactCaseRow, OnTimeCaseRow } from './practice-list.records';

export const contactCaseView = (row: ContactCaseRow & Named): ContactCaseView => ({
  id: row.id,
  caseRef: row.caseRef,
  name: row.name,
  pseudonym: row.pseudonym,
  worker: row.worker,
  level: row.level,
  count: row.count,
  of: row.of,
});

export const onTimeCaseView = (row: OnTimeCaseRow & Named): OnTimeCaseView => ({
  id: row.id,
  caseRef: row.caseRef,
  name: row.name,
  pseudonym: row.pseudonym,
  worker: row.worker,
  openedOn: row.openedOn,
  assessed: row.assessed,
  planned: row.planned,
});

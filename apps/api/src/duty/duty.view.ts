import type { DangerView, DutyNumberView, DutyTurnView, EnquiryDangerView } from '@panah/contracts/duty.contract';
import type { Word } from '@panah/domain/access/access-table';
import { dangerProcess, type DangerAction } from '@panah/domain/duty/danger.process';
import { actionsFrom } from '@panah/domain/process/process';
import { currentActor, currentReach, hasWord } from '../platform/access/current-reach';
import type { OpenDanger } from './danger';
import type { EnquiryDanger } from './enquiry-danger.records';
import type { OpenTurn } from './duty-turn.records';

type Names = ReadonlyMap<string, string>;

const person = (id: string, names: Names) => ({ id, name: names.get(id) ?? '' });

export function dangerView({ row, secrets, pseudonym }: OpenDanger, names: Names): DangerView {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    state: row.state,
    officeId: row.officeId,
    caseId: row.caseId,
    caseRef: row.caseRef,
    incidentId: row.caseId === null ? row.sourceId : null,
    pseudonym,
    words: secrets.words,
    raisedBy: person(row.raisedBy, names),
    raisedAt: row.raisedAt.toISOString(),
    raisedByReader: row.raisedBy === currentActor().staffId,
    takenBy: row.takenBy === null ? null : person(row.takenBy, names),
    takenAt: row.takenAt?.toISOString() ?? null,
    settledAt: row.settledAt?.toISOString() ?? null,
    settlement: secrets.settlement,
    actions: actionsFrom(dangerProcess, row.state).filter((action) => mayTake(action, row)),
  };
}

export const enquiryDangerView = (row: EnquiryDanger, names: Names): EnquiryDangerView => ({
  id: row.id,
  officeId: row.officeId,
  caseRef: row.caseRef,
  receivedAt: row.receivedAt.toISOString(),
  receivedBy: person(row.receivedBy, names),
  takenBy: row.takenBy === null ? null : person(row.takenBy, names),
  takenAt: row.takenAt?.toISOString() ?? null,
  actions: row.takenAt === null && hasWord('danger:take') && currentReach('danger:take').offices.includes(row.officeId) ? ['take'] : [],
});

export const peopleIn = (enquiries: readonly EnquiryDanger[]): (string | null)[] =>
  enquiries.flatMap(({ receivedBy, takenBy }) => [receivedBy, takenBy]);

export const peopleOf = (dangers: readonly OpenDanger[]): (string | null)[] => dangers.flatMap(({ row }) => [row.raisedBy, row.takenBy]);

/** The number itself is for those who plan the list; the others find whom to call now under the numbers. */
export function turnView({ row, telephone }: OpenTurn, names: Names): DutyTurnView {
  const plans = hasWord('duty:plan') && currentReach('duty:plan').offices.includes(row.officeId);
  return {
    id: row.id,
    version: row.version,
    officeId: row.officeId,
    officeName: row.officeName,
    person: person(row.staffId, names),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    isNow: row.isNow,
    telephone: plans ? telephone : null,
    actions: plans ? ['edit', 'withdraw'] : [],
  };
}

/** Whoever is on duty now; in an office where nobody is, everybody on its list. */
export function numberViews(turns: readonly OpenTurn[], names: Names): DutyNumberView[] {
  const staffed = new Set(turns.filter(({ row }) => row.isNow).map(({ row }) => row.officeId));
  return turns
    .filter(({ row }) => row.isNow || !staffed.has(row.officeId))
    .map(({ row, telephone }) => ({ officeId: row.officeId, name: names.get(row.staffId) ?? '', telephone, onDuty: row.isNow }));
}

/** R-RI-09: settling is not offered to whoever raised it; only whoever has it goes on with it. */
function mayTake(action: DangerAction, { officeId, raisedBy, takenBy }: OpenDanger['row']): boolean {
  const word = `danger:${action}` satisfies Word;
  if (!hasWord(word) || !currentReach(word).offices.includes(officeId)) return false;
  const { staffId } = currentActor();
  if (action === 'take') return true;
  return action === 'settle' ? raisedBy !== staffId : takenBy === staffId;
}

import type { FamilyMatchLineView, FamilyMatchView } from '@panah/contracts/family-enquiries.contract';
import { actionsFrom } from '@panah/domain/process/process';
import { familyMatchProcess } from '@panah/domain/family/match.process';
import { verdictOn } from '@panah/domain/names/candidate-score';
import { currentActor, hasWord } from '../platform/access/current-reach';
import type { FamilyMatchRow, OpenMatch } from './family-match.records';

export function familyMatchLineView(row: FamilyMatchRow, names: ReadonlyMap<string, string>): FamilyMatchLineView {
  const { id, version, linkId, ownLink, linkState, state, score, foundAt, firstBy } = row;
  return {
    id,
    version,
    linkId,
    ownLink,
    linkState,
    state,
    likeness: verdictOn(score),
    score,
    foundAt: foundAt.toISOString(),
    confirmedBy: firstBy === null ? null : { id: firstBy, name: names.get(firstBy) ?? '' },
    actions: actionsOpen(row),
  };
}

export function familyMatchView({ row, match, enquiry }: OpenMatch, names: ReadonlyMap<string, string>): FamilyMatchView {
  return {
    ...familyMatchLineView(row, names),
    reasons: match.reasons,
    askingNames: enquiry.asking.names,
    askingRelation: enquiry.asking.relation,
    soughtNames: enquiry.sought.names,
    soughtBirth: enquiry.sought.birth,
    clientName: match.clientName,
    relativeNames: match.relativeNames,
    words: enquiry.words,
  };
}

function actionsOpen({ state, firstBy }: FamilyMatchRow): string[] {
  return actionsFrom(familyMatchProcess, state).filter(
    (action) => hasWord(`family-match:${action}`) && !(action === 'confirm' && firstBy === currentActor().staffId),
  );
}

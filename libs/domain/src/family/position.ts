import type { ConsentState } from '../vocabulary/consents';
import type { ConsentPosition, DuressCheck } from '../vocabulary/family';
import { allowedBy, reaches } from './ladder';

/** How somebody was heard. */
export interface Heard {
  spokenDirectly: boolean;
  alone: boolean;
  duress: DuressCheck;
}

/** R-FL-07: spoken to directly, alone, and free to speak. Anything less, and their position is UNABLE. */
export const heardFreely = ({ spokenDirectly, alone, duress }: Heard): boolean => spokenDirectly && alone && duress === 'PASSED';

/** Where one side of a link stands: by how they were heard last, and by their newest word about telling the other (C09). */
export function positionOf(
  told: { state: ConsentState; scope: readonly string[] } | null,
  heard: Heard | null,
  asked: boolean,
): ConsentPosition {
  if (heard && !heardFreely(heard)) return 'UNABLE';
  if (!told) return asked ? 'ASKED' : 'NOT_ASKED';
  return POSITIONS[told.state](told.scope);
}

const POSITIONS: Readonly<Record<ConsentState, (scope: readonly string[]) => ConsentPosition>> = {
  OFFERED: () => 'ASKED',
  ACTIVE: (scope) =>
    reaches(allowedBy(scope).ladder, 'MEDIATED') ? 'CONSENTED' : scope.includes('NOTHING') ? 'DECLINED' : 'CONSENTED_LIMITED',
  REFUSED: () => 'DECLINED',
  WITHDRAWN: () => 'WITHDRAWN',
  EXPIRED: () => 'EXPIRED',
  SUPERSEDED: () => 'NOT_ASKED',
  SUSPENDED: () => 'UNABLE',
};

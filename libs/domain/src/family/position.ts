import type { ConsentState } from '../vocabulary/consents';
import type { ConsentPosition } from '../vocabulary/family';
import { type Heard, spokeFreely } from './approach.rules';
import { allowedBy, reaches } from './ladder';

/** Where one side of a link stands: by how they were heard last, and by their newest word about telling the other (C09). */
export function positionOf(
  told: { state: ConsentState; scope: readonly string[] } | null,
  heard: Heard | null,
  asked: boolean,
): ConsentPosition {
  if (heard && !spokeFreely(heard)) return 'UNABLE';
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

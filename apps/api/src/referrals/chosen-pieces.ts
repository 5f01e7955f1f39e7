import { isOfHealth } from '@panah/domain/needs/need.rules';
import type { ChosenPiece } from '@panah/domain/referrals/item.rules';
import type { OpenDocument } from '../documents/document.entity';
import type { OpenNeed } from '../plans/need.entity';

/** What the choice of a need means: whether a coordinator agrees to it, and whether it tells of health. */
export const pieceOfNeed = ({ row, secrets }: OpenNeed): ChosenPiece => ({
  id: row.id,
  restricted: row.recordClass === 'RESTRICTED',
  health: isOfHealth(secrets.code),
});

export const pieceOfDocument = ({ row }: OpenDocument): ChosenPiece => ({
  id: row.id,
  restricted: row.class === 'RESTRICTED',
  health: row.shelf === 'HEALTH',
});

import type { Tokens } from '../platform/sealing/tokens';
import type { Piece, Referral } from './referral.entity';

/**
 * What somebody agrees to under one key of a referral, as it can be compared without being read: to whom and for which service it goes, and all that
 * is packed under that key. The file name of a document counts where it stands among others, and says nothing of it.
 */
export function approvalMark(
  tokens: Tokens,
  { id, orgId, partnerId, kind, service }: Referral,
  key: string,
  pieces: readonly Piece[],
): Promise<Buffer> {
  const packed = pieces.filter((each) => each.key === key).map(({ item }) => (item.kind === 'DOCUMENT' ? { ...item, file: null } : item));
  return tokens.of(`referral-approval:${orgId}`, JSON.stringify([id, partnerId, kind, service, key, packed]));
}

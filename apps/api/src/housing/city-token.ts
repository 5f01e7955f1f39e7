import type { Tokens } from '../platform/sealing/tokens';

/** A city as it can be compared without being read: the same however it is spaced or capitalised. Null of no city. */
export async function cityToken(tokens: Tokens, orgId: string, city: string | null): Promise<Buffer | null> {
  const said = city?.trim().replace(/\s+/g, ' ').normalize('NFKC').toLowerCase();
  return said ? tokens.of(`city:${orgId}`, said) : null;
}

import type { ProveItIsYou } from '@panah/contracts/session.contract';

/** One field takes either proof: six digits are the second factor, anything else is the password. */
export const proofOf = (typed: string): ProveItIsYou => (/^\d{6}$/.test(typed.trim()) ? { code: typed.trim() } : { password: typed });

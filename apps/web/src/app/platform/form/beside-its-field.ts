import { Problem, problemOf } from '../problem/problem';

/**
 * What is sent, with its refusals named as the page names its fields: the server names a field by where it stands in the contract, a page may have
 * them all on one level.
 * @param onThisPage `sought.names.0` of the contract to `soughtNames` of the page
 * Throws `Problem`.
 */
export async function besideItsField<Answer>(send: Promise<Answer>, onThisPage: (name: string) => string): Promise<Answer> {
  try {
    return await send;
  } catch (thrown) {
    const { status, code, requestId, facts, fields } = problemOf(thrown);
    const own = Object.entries(fields).map(([name, rules]) => [onThisPage(name), rules] as const);
    throw new Problem(status, code, requestId, facts, Object.fromEntries(own));
  }
}

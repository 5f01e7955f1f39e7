import { RuleBroken } from '../process/process';

const SHORTEST = 15;

/** What the usual long passwords are made of: breached lists at this length are these words joined, repeated and numbered. */
const USUAL = (
  'password passwort passw pass parol login admin administrator welcome letmein secret qwertyuiop qwertz qwerty azerty asdfghjkl asdfgh zxcvbnm zxcvbn ' +
  'iloveyou love monkey dragon football baseball basketball soccer princess sunshine shadow master superman batman michael jennifer jordan hunter ' +
  'killer trustno freedom whatever starwars computer internet summer winter spring autumn monday friday january february march april june july august ' +
  'september october november december google facebook samsung changeme default guest root user test hello world correct horse battery staple ' +
  'abcdefghijklmnopqrstuvwxyz abcdefgh abcdef abcd abc aaaa mypassword thisis this is my the and you ' +
  'salam iran tehran khoda azizam eshgh doostet daram mohammad ali reza maryam fatemeh zahra'
).split(' ');
const OWN_WORDS = ['panah', 'office', 'case', 'caseworker', 'coordinator', 'counsellor', 'auditor', 'client', 'client file'];
const LEET: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' };

/**
 * A password is long, and is not made of what everybody tries first. No rule about its composition, and it never expires (walls.md goal 33).
 * @param context words that stand around the account: name, login, office. They count as usual.
 * @throws RuleBroken `password` with `too-short` (and how long it must be) or `too-usual`.
 */
export function assertPassword(password: string, context: readonly string[]): void {
  if ([...password.normalize('NFKC')].length < SHORTEST) throw refused('too-short');
  const known = [...USUAL, ...OWN_WORDS, ...context.flatMap(wordsOf)];
  if ([plainly(password), unleeted(password)].some((text) => charactersOfOnesOwn(text, known) < 5)) throw refused('too-usual');
}

const refused = (why: string): RuleBroken => new RuleBroken('password', { shortest: SHORTEST }, { password: [why] });
const plainly = (text: string): string => text.normalize('NFKC').toLowerCase();
const unleeted = (text: string): string => plainly(text).replace(/[013457@$!]/g, (sign) => LEET[sign]);
const wordsOf = (text: string): string[] =>
  plainly(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3);

/** How many different characters are left once the known words, the digits and the signs are taken out. */
function charactersOfOnesOwn(text: string, known: readonly string[]): number {
  const longestFirst = [...known].sort((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ' '), text);
  return new Set(rest.replace(/[^\p{L}]/gu, '')).size;
}

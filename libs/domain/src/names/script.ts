/** The writing a name is in. PERSIAN stands for Persian and Arabic letters alike. */
export type Script = 'PERSIAN' | 'LATIN' | 'MIXED' | 'OTHER';

/**
 * Which writing a text is in; digits, spaces and signs do not count.
 * @returns OTHER when there is no letter of either writing
 */
export function scriptOf(text: string): Script {
  const persian = /\p{Script=Arabic}/u.test(text);
  const latin = /\p{Script=Latin}/u.test(text);
  if (persian && latin) return 'MIXED';
  if (persian) return 'PERSIAN';
  return latin ? 'LATIN' : 'OTHER';
}

export type Language = 'en' | 'fa';
export type Label = Readonly<Record<Language, string>>;

/** What an association calls the group its clients leave. The labels say `{group}` where the term stands. */
export const THE_GROUP: Label = { en: 'the group', fa: 'گروه' };

/** A closed list of codes with what people read for them, in the order in which a menu shows them. */
export interface CodeList<Code extends string> {
  readonly codes: readonly Code[];
  has(value: unknown): value is Code;
  /** `group` replaces the usual term for the group, in both languages. */
  label(code: Code, language: Language, group?: Label): string;
}

export type CodeOf<List> = List extends CodeList<infer Code> ? Code : never;

export function codeList<const Code extends string>(labels: Readonly<Record<Code, Label>>): CodeList<Code> {
  const codes = Object.keys(labels) as Code[];
  return {
    codes,
    has: (value): value is Code => codes.some((code) => code === value),
    label: (code, language, group = THE_GROUP) => labels[code][language].replaceAll('{group}', group[language]),
  };
}

/** What is asked of a list, as the address has it; nothing of what is not. */
export const asked = (question: Readonly<Record<string, string | number | undefined>>): string =>
  new URLSearchParams(
    Object.entries(question).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, String(value)]])),
  ).toString();

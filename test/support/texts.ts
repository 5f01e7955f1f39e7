import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '@panah/domain/vocabulary/code-list';

const FOLDER = path.resolve(__dirname, '../../apps/web/i18n/fa');

/** The words of one text for one reader: its id, and the English that the page was written in. */
export type Say = (id: string, english: string) => string;

/** What a reader of this language sees for a text of the web app. Throws when a text has no Persian. */
export function textsIn(language: Language): Say {
  return (id, english) => (language === 'en' ? english : persian(id));
}

function persian(id: string): string {
  const text = PERSIAN[id];
  if (text === undefined) throw new Error(`"${id}" has no Persian.`);
  return text;
}

const PERSIAN: Readonly<Record<string, string>> = Object.assign(
  {},
  ...readdirSync(FOLDER).map((file) => JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as object),
) as Record<string, string>;

import { expect, type Locator } from '@playwright/test';
import type { Desk } from './desk';
import { typedDay } from './typed-day';

/** The question that stands open at a desk, and what somebody does with it. Labels are named by their id and their English. */
export interface Question {
  dialog: Locator;
  /** A field by its label; what may be left empty says so behind it. */
  field: (id: string, english: string) => Locator;
  select: (id: string, english: string, label: string) => Promise<unknown>;
  write: (id: string, english: string, words: string) => Promise<void>;
  /** A day, as `YYYY-MM-DD`. */
  day: (id: string, english: string, day: string) => Promise<void>;
  /** A box, or one of a few choices, by the words beside it. */
  tick: (...words: string[]) => Promise<void>;
  /** Presses the button, whatever comes of it. */
  press: (id?: string, english?: string) => Promise<void>;
  /** Presses the button, and the question goes. */
  send: (id?: string, english?: string) => Promise<void>;
  /** Presses the button of these words, and the question goes. */
  confirm: (words: string) => Promise<void>;
}

export function questionAt({ page, say, reader }: Desk): Question {
  const dialog = page.getByRole('dialog');
  const field = (id: string, english: string): Locator => dialog.getByLabel(beginsWith(say(id, english))).first();
  const press = (id = 'platform.save', english = 'Save'): Promise<void> =>
    dialog.getByRole('button', { name: say(id, english), exact: true }).click();
  return {
    dialog,
    field,
    select: (id, english, label) => field(id, english).selectOption({ label }),
    write: (id, english, words) => field(id, english).fill(words),
    day: async (id, english, day) => {
      const box = dialog.getByRole('textbox', { name: beginsWith(say(id, english)) }).first();
      await box.fill(typedDay(reader.lang, day));
      await box.blur();
    },
    tick: async (...words) => {
      for (const each of words) await dialog.getByLabel(each, { exact: true }).check();
    },
    press,
    send: async (id, english) => {
      await press(id, english);
      await expect(dialog).toHaveCount(0);
    },
    confirm: async (words) => {
      await dialog.getByRole('button', { name: words, exact: true }).click();
      await expect(dialog).toHaveCount(0);
    },
  };
}

/** A label of these words, and not of a longer word that begins like them. */
const beginsWith = (words: string): RegExp => new RegExp(`^\\s*${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'u');

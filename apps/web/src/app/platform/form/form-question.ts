import type { Type } from '@angular/core';
import type { Intent } from '../http/api';
import type { Choice } from './choices';
import type { ContractFormOptions } from './contract-form';

/** How a usual field is answered. `choice`: one of a few, all visible; `checks`: any of them; `list` and `lines`: several short texts. */
export type FieldKind =
  'text' | 'area' | 'list' | 'lines' | 'number' | 'select' | 'choice' | 'checks' | 'check' | 'yes-no' | 'day' | 'time' | 'moment' | 'said';

interface AnyField {
  /** The property of the contract. */
  name: string;
  label: string;
  /** May be left empty. */
  optional?: boolean;
  hint?: string;
}

export interface UsualField extends AnyField {
  kind: FieldKind;
  choices?: readonly Choice[];
  /** Few and short choices stand in one row. */
  inRow?: true;
  /** Of a select: what it says while nothing is chosen. */
  empty?: string;
  /** Of a check: the words beside the box; the label then stands above. */
  beside?: string;
  /** Of a said date: may it lie ahead? */
  future?: boolean;
  /** Of a said date: is it asked who says so? */
  asksBasis?: boolean;
  /** Characters at the most, where the contract does not say it. */
  most?: number;
  /** Letters that run from left to right in every language: numbers of papers, addresses, codes. */
  ltr?: boolean;
}

/** A field that one capability has for itself: a component that takes its control as an input and stands in an `app-field`. */
export interface OwnField extends AnyField {
  kind: 'own';
  component: Type<unknown>;
  inputs?: Readonly<Record<string, unknown>>;
  /** Several controls under one label. */
  group?: boolean;
  /** How its value reads, where two versions of an edit stand side by side. */
  says?: (value: never) => string;
}

/** One line of a question: which field of the contract, in which words, by which control. */
export type QuestionField = UsualField | OwnField;

/** What another person saved meanwhile, in the shape of the form. */
export interface SavedMeanwhile {
  start: object;
  version: number;
}

/** A question over a contract, as data: the dialog draws it, sends what was answered, and closes with what came of it. */
export interface FormQuestion<Answer = unknown, Input extends object = object> {
  title: string;
  text?: string;
  contract: Type<Input>;
  fields: readonly QuestionField[];
  /** What is known already; every other field begins empty. What no field asks is sent as it stands here. */
  start?: Readonly<Partial<Record<keyof Input, unknown>>>;
  /** The words of the room for what a field breaks. */
  texts?: ContractFormOptions['texts'];
  /** What the button does; `Save` where nothing else is said. */
  act?: string;
  /** What cannot be taken back is drawn as such. */
  danger?: boolean;
  /** What was left empty is not sent: on an edit it stays as it was. */
  onlyGiven?: boolean;
  /** Of an edit: the version that it rests on. */
  version?: number;
  send(input: Input, intent: Intent, version: number): Promise<Answer>;
  /** Of an edit: reads it again after somebody else was first; null where it is gone. */
  meanwhile?(): Promise<SavedMeanwhile | null>;
}

const EMPTY: Readonly<Partial<Record<QuestionField['kind'], unknown>>> = {
  text: '',
  area: '',
  time: '',
  moment: '',
  select: '',
  checks: [],
  check: false,
};

/** The form in which a question begins: known values, and for the rest what an empty control holds. */
export function beginning(fields: readonly QuestionField[], known: object = {}): Record<string, unknown> {
  const given = known as Readonly<Record<string, unknown>>;
  return { ...given, ...Object.fromEntries(fields.map(({ name, kind }) => [name, given[name] ?? EMPTY[kind] ?? null])) };
}

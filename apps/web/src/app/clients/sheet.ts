import type { Type } from '@angular/core';
import type { ClientView } from '@panah/contracts/clients.contract';
import type { Choice } from '../platform/form/choices';
import type { Intent } from '../platform/http/api';

export type FieldKind = 'text' | 'area' | 'select' | 'check' | 'checks' | 'day' | 'said' | 'languages' | 'hours' | 'nationalities';

/** One question of a sheet: which field of the contract, in which words, by which control. */
export interface SheetField {
  name: string;
  label: string;
  kind: FieldKind;
  choices?: readonly Choice[];
  /** May be left empty. */
  optional?: boolean;
  hint?: string;
  /** Of a said date: may it lie ahead? */
  future?: boolean;
  /** Of a said date: is it asked who says so? */
  asksBasis?: boolean;
  most?: number;
}

/** What another person saved meanwhile, in the shape of the form. */
export interface SavedMeanwhile {
  start: object;
  version: number;
}

/** A form over one contract, as data: the dialog draws it. */
export interface Sheet {
  title: string;
  text?: string;
  contract: Type<object>;
  start: object;
  fields: readonly SheetField[];
  version: number;
  send(value: object, version: number, intent: Intent): Promise<ClientView>;
  /** Absent where nothing can be stale: a new line. */
  meanwhile?(): Promise<SavedMeanwhile | null>;
}

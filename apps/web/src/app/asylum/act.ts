import type { Type } from '@angular/core';
import type { DocumentType } from '@panah/domain/vocabulary/documents';
import type { Choice } from '../platform/form/choices';
import type { Intent } from '../platform/http/api';

export type ActFieldKind = 'day' | 'time' | 'text' | 'area' | 'select' | 'check' | 'checks' | 'yes-no' | 'who' | 'paper';

/** One question of an act: which field of the contract, in which words, by which control. */
export interface ActField {
  name: string;
  label: string;
  kind: ActFieldKind;
  choices?: readonly Choice[];
  optional?: boolean;
  hint?: string;
  /** Of a paper: which kind stands first. */
  paper?: DocumentType;
  most?: number;
}

/** Something that somebody does, as data: the dialog draws it, sends it, and closes with what came of it. */
export interface Act {
  title: string;
  text?: string;
  contract: Type<object>;
  start: Readonly<Record<string, unknown>>;
  fields: readonly ActField[];
  caseId: string;
  send(value: object, intent: Intent): Promise<unknown>;
}

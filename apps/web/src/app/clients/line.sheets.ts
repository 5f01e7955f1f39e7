import type { Type } from '@angular/core';
import type { ClientView } from '@panah/contracts/clients.contract';
import type { FormQuestion, QuestionField, SavedMeanwhile } from '../platform/form/form-question';
import type { ClientsApi, Lines } from './clients.api';

/** A question over a client’s file; its answer is the file as it then stands. */
export type Sheet = FormQuestion<ClientView>;

export interface Line {
  id: string;
  version: number;
}

export interface LineSheet<L extends Line> {
  lines: Lines;
  add: string;
  edit: string;
  text?: string;
  contract: Type<object>;
  fields: readonly QuestionField[];
  /** The form for a line; for a new one when there is none. */
  startOf(line: L | null): object;
  /** Where the server's answer holds these lines; absent when they must be opened first. */
  linesOf?(view: ClientView): readonly L[] | null;
}

/** A sheet that writes a new line, or edits one. */
export function lineSheet<L extends Line>(clients: ClientsApi, clientId: string, kind: LineSheet<L>, line: L | null): Sheet {
  const { lines, contract, fields, text } = kind;
  return {
    title: line ? kind.edit : kind.add,
    ...(text ? { text } : {}),
    contract,
    fields,
    start: kind.startOf(line),
    version: line?.version ?? 0,
    send: (value, intent, version) =>
      line ? clients.edit(clientId, lines, line.id, value, version) : clients.add(clientId, lines, value, intent),
    meanwhile: async () => meanwhile(await clients.read(clientId), kind, line),
  };
}

function meanwhile<L extends Line>(view: ClientView, kind: LineSheet<L>, line: L | null): SavedMeanwhile | null {
  const now = kind.linesOf?.(view)?.find(({ id }) => id === line?.id);
  return now ? { start: kind.startOf(now), version: now.version } : null;
}

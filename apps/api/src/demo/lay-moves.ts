import { newId } from '../platform/new-id';
import type { LaidCase } from './lay-case';
import type { Setting } from './setting';
import type { Shelf } from './shelf';

/** One step of a drawing: from where to where, by whom, when. */
export interface Move {
  action: string;
  from: string | null;
  to: string;
  by: string;
  at: Date;
}

/** Lays the steps of one record of a file, as its timeline tells them. */
export function layMoves(
  shelf: Shelf,
  { orgId }: Setting,
  { officeId, clientId }: Pick<LaidCase, 'officeId' | 'clientId'>,
  subject: { type: string; id: string },
  moves: readonly Move[],
): void {
  for (const { action, from, to, by, at } of moves)
    shelf.add('process_step', {
      id: newId(),
      org_id: orgId,
      office_id: officeId,
      client_id: clientId,
      subject_type: subject.type,
      subject_id: subject.id,
      action,
      from_state: from,
      to_state: to,
      by_id: by,
      at,
      seal_version: 1,
    });
}

import { Injectable } from '@nestjs/common';
import { currentWork } from '../platform/database/current-work';
import type { Compartment } from '../platform/sealing/key-ring';
import { Sealer } from '../platform/sealing/sealer';

interface NameRow extends Record<string, unknown> {
  kind: string;
  id: string;
  subjectId: string;
  sealed: Buffer;
  sealVersion: number;
}

const AROUND = {
  name: 'message-names.around',
  text: 'select kind, id, subject_id as "subjectId", sealed, seal_version as "sealVersion" from app.names_around_message($1)',
};
const TABLES: Readonly<Record<string, { table: string; compartment: Compartment }>> = {
  client: { table: 'client', compartment: 'file' },
  person_name: { table: 'person_name', compartment: 'file' },
  organisational_name: { table: 'organisational_name', compartment: 'location' },
  dependant: { table: 'dependant', compartment: 'file' },
  family_wish: { table: 'family_wish', compartment: 'family' },
  related_person: { table: 'related_person', compartment: 'family' },
  staff: { table: 'staff_member', compartment: 'file' },
};
/** Fields of those payloads that hold somebody's name, or the place they are from, wherever in the payload they stand. */
const NAMING = new Set(
  'displayName arab latin pseudonym fatherGivenName motherGivenName asWritten given family romanisation name names fatherName motherName birthPlace lastKnownPlace'.split(
    ' ',
  ),
);

/** The names that a message must not carry by accident. They are compared in memory and given to nobody. */
@Injectable()
export class MessageNames {
  constructor(private readonly sealer: Sealer) {}

  /** Of both files, organisational ones too, and of everybody who works in the office; for a message that is in reach. */
  async around(messageId: string): Promise<string[]> {
    const rows = await currentWork().rows<NameRow>(AROUND, [messageId]);
    const items = rows.flatMap(({ kind, id: rowId, subjectId, sealed, sealVersion }) => {
      const place = TABLES[kind];
      return place ? [{ place: { ...place, rowId, subjectId, sealVersion }, sealed }] : [];
    });
    const opened = await this.sealer.openMany<unknown>(items);
    return [...new Set(opened.flatMap((payload) => namesIn(payload)))];
  }
}

/** Every text in a naming field of a payload, however deep. */
export function namesIn(payload: unknown, naming = false): string[] {
  if (typeof payload === 'string') return naming && payload.trim() ? [payload.trim()] : [];
  if (Array.isArray(payload)) return payload.flatMap((item) => namesIn(item, naming));
  if (payload === null || typeof payload !== 'object') return [];
  return Object.entries(payload).flatMap(([field, value]) => namesIn(value, NAMING.has(field)));
}

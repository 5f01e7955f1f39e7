import { createHash } from 'node:crypto';
import { chunkPlace, filePlace, padded } from '../documents/stored-file';
import { newId } from '../platform/new-id';
import type { LaidCase } from './lay-case';
import type { Setting } from './setting';
import type { Shelf } from './shelf';

interface Laid {
  id: string;
  bytes: number;
  sha256: string;
}

/** Lays a short file, sealed in one chunk under the key of its subject: the client, an incident. */
export function layFile(
  shelf: Shelf,
  setting: Setting,
  file: LaidCase,
  at: Date,
  { subjectId, content }: { subjectId: string; content: Buffer },
): Laid {
  const stored = { id: newId(), subjectId, compartment: 'file' as const, sealVersion: 1 };
  const known = { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
  const place = {
    org_id: setting.orgId,
    office_id: file.officeId,
    client_id: file.clientId,
    compartment: stored.compartment,
    stored_by: file.workerId,
  };
  shelf.add(
    'stored_file',
    { ...place, id: stored.id, subject_id: stored.subjectId, chunks: 1, stored_at: at, seal_version: 1 },
    { place: filePlace(stored), payload: known },
  );
  shelf.add(
    'stored_chunk',
    { ...place, file_id: stored.id, number: 0 },
    { place: chunkPlace(stored, 0, true), payload: Buffer.concat(padded(content)) },
  );
  return { id: stored.id, ...known };
}

/** A page that says what it is and that nobody wrote it. */
export function madeUpPage(title: string): Buffer {
  const drawn = `BT /F 24 Tf 60 740 Td (${title}) Tj /F 13 Tf 0 -40 Td (Made up for the demonstration. It is about nobody.) Tj ET 60 660 m 535 660 l S`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}

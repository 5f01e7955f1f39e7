import { actionsFrom } from '../process/process';
import { refusal } from '../process/refusal.spec-help';
import { documentType } from '../vocabulary/documents';
import { documentFileProcess } from './document.process';
import {
  assertDaysFit,
  assertMayBeShown,
  assertMayLeave,
  assertPrivilegeFits,
  classOfDocument,
  nameFits,
  SHELVES,
  shelfOf,
} from './document.rules';

describe('a document', () => {
  it('has the class of its type (2.16)', () => {
    const restricted = documentType.codes.filter((type) => classOfDocument(type, false) === 'RESTRICTED');
    expect(restricted).toEqual(['ID_COPY', 'DECISION', 'PERMIT', 'MEDICAL', 'PSYCH_REPORT', 'EVIDENCE']);
    expect(classOfDocument('LEGAL_MANDATE', true)).toBe('SEALED');
    expect(classOfDocument('LEGAL_MANDATE', false)).toBe('CONFIDENTIAL');
  });

  it('lies on one shelf, and each shelf has something', () => {
    const used = new Set([...documentType.codes.map((type) => shelfOf(type, false)), shelfOf('LEGAL_MANDATE', true)]);
    expect([...used].sort()).toEqual([...SHELVES].sort());
  });

  it('is privileged only as a power of attorney', () => {
    expect(refusal(() => assertPrivilegeFits('MEDICAL', true))).toMatchObject({ code: 'privilege-does-not-fit' });
    expect(() => assertPrivilegeFits('LEGAL_MANDATE', true)).not.toThrow();
  });

  it('was received by today and ends no sooner', () => {
    const life = { bornFrom: '1990-01-01', today: '2026-03-01' };
    expect(refusal(() => assertDaysFit('2026-03-02', null, life))).toMatchObject({ fields: { receivedOn: ['in-future'] } });
    expect(refusal(() => assertDaysFit('1989-03-01', null, life))).toMatchObject({ fields: { receivedOn: ['before-birth'] } });
    expect(refusal(() => assertDaysFit('2026-03-01', '2026-02-28', life))).toMatchObject({ fields: { validTo: ['before-received'] } });
    expect(() => assertDaysFit('2026-03-01', '2026-03-01', life)).not.toThrow();
  });
});

describe('the name of a file', () => {
  it.each([
    ['scan.pdf', 'PDF'],
    ['SCAN.JPG', 'JPEG'],
    ['عکس.jpeg', 'JPEG'],
    ['picture', 'PNG'],
    ['a.b.docx', 'DOCX'],
    ['voice.m4a', 'M4A'],
  ] as const)('%s says what it is', (name, kind) => expect(nameFits(name, kind)).toBe(true));

  it.each([
    ['scan.pdf', 'JPEG'],
    ['scan.pdf.exe', 'PDF'],
    ['scan.html', 'TXT'],
    ['scan.docm', 'DOCX'],
    ['scan\u202Efdp.exe', 'PDF'],
    ['exe\u202Efdp.pdf', 'PDF'],
    ['scan.constructor', 'PDF'],
  ] as const)('%s does not fit %s', (name, kind) => expect([name, nameFits(name, kind)]).toEqual([name, false]));
});

describe('the bytes of a file', () => {
  it('leave when clean; unscanned only after the warning; waiting and blocked never', () => {
    expect(() => assertMayLeave('CLEAN', false)).not.toThrow();
    expect(refusal(() => assertMayLeave('UNSCANNED', false))).toMatchObject({ code: 'not-scanned' });
    expect(() => assertMayLeave('UNSCANNED', true)).not.toThrow();
    expect(refusal(() => assertMayLeave('QUARANTINED', true))).toMatchObject({ code: 'waits-for-scan' });
    expect(refusal(() => assertMayLeave('INFECTED', true))).toMatchObject({ code: 'blocked-by-scan' });
  });

  it('are shown re-drawn while nobody has scanned them, where there is something to draw', () => {
    expect(() => assertMayBeShown('UNSCANNED', 'PDF')).not.toThrow();
    expect(refusal(() => assertMayBeShown('UNSCANNED', 'DOCX'))).toMatchObject({ code: 'not-shown' });
    expect(refusal(() => assertMayBeShown('INFECTED', 'PDF'))).toMatchObject({ code: 'blocked-by-scan' });
  });

  it('end where the scanner ends them', () => {
    expect(actionsFrom(documentFileProcess, 'INFECTED')).toEqual([]);
    expect(actionsFrom(documentFileProcess, 'CLEAN')).toEqual([]);
  });
});

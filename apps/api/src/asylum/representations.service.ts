import { Injectable } from '@nestjs/common';
import type { LegalShareInput, RepresentationInput, RepresentationView } from '@panah/contracts/permits.contract';
import { RuleBroken } from '@panah/domain/process/process';
import { dayAt } from '@panah/domain/staff/office-calendar';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { Grants } from '../consents/grants.records';
import { Recipients } from '../consents/recipients.records';
import { DocumentRecords } from '../documents/document.records';
import { mayOn } from '../platform/access/may-on';
import { currentLine } from '../platform/audit/current-line';
import { invalid } from '../platform/errors/problem';
import { StaffRecords } from '../staff/staff.records';
import { ClaimRecords } from './claim.records';
import {
  type OpenRepresentation,
  type RepresentationPlain,
  RepresentationRecords,
  type RepresentationSecrets,
} from './representation.records';

const PURPOSE = 'C04_LEGAL';
/** What a consent to share with a lawyer must at least cover before files may go there. */
const LEAST = ['PSEUDONYM'];

/** Lawyers and advisers with a mandate. What goes to them rests on a consent that holds at that moment (C04). */
@Injectable()
export class RepresentationsService {
  constructor(
    private readonly representations: RepresentationRecords,
    private readonly claims: ClaimRecords,
    private readonly cases: CaseRecords,
    private readonly documents: DocumentRecords,
    private readonly recipients: Recipients,
    private readonly grants: Grants,
    private readonly staff: StaffRecords,
  ) {}

  /** The caller has found the case in the reach of claims. */
  async of(file: ReachedCase): Promise<RepresentationView[]> {
    return this.views(await this.representations.of(file.clientId), file);
  }

  async read(id: string): Promise<RepresentationView> {
    const one = await this.representations.get(id);
    const file = await this.cases.reachable(one.row.caseId, 'representation:read');
    currentLine().about('legal_representation', id, one.row);
    const [view] = await this.views([one], file);
    if (!view) throw new Error('A representation that was found has a view.');
    return view;
  }

  async add(caseId: string, input: RepresentationInput): Promise<RepresentationView> {
    const file = await this.cases.reachable(caseId, 'representation:write');
    const { plain, secrets } = await this.said(file, input);
    return this.read(await this.representations.add(file, plain, secrets));
  }

  async edit(id: string, version: number, input: RepresentationInput): Promise<RepresentationView> {
    const one = await this.representations.hold(id, 'representation:write');
    const file = await this.cases.reachable(one.row.caseId, 'representation:write');
    const { plain, secrets } = await this.said(file, input);
    await this.representations.edit(one, version, plain, secrets);
    return this.read(id);
  }

  /** R-CO-01: asked for at this moment, for this person and everything in it. */
  async share(id: string, { scope, documents = [], what }: LegalShareInput): Promise<RepresentationView> {
    const { clientId, recipient, mayReceiveFiles, mandateId } = (await this.representations.get(id, 'representation:share')).row;
    if (!mayReceiveFiles) throw new RuleBroken('may-not-receive', {}, { mayReceiveFiles: ['missing'] });
    if (documents.length && !scope.includes('DOCUMENTS')) throw invalid({ scope: ['documents-missing'] });
    await this.assertPapers(clientId, documents, 'documents');
    const grant = await this.grants.forRecipient({ clientId, purpose: PURPOSE, recipient, scope });
    const { row } = await this.representations.hold(id, 'representation:share');
    if (!row.mayReceiveFiles || row.mandateId !== mandateId) throw new RuleBroken('may-not-receive', {}, { mayReceiveFiles: ['missing'] });
    await this.representations.share(grant, row, { documents, what });
    return this.read(id);
  }

  private async said(
    file: ReachedCase,
    input: RepresentationInput,
  ): Promise<{ plain: RepresentationPlain; secrets: RepresentationSecrets }> {
    const { capacity, claimId = null, contact = null, fromOn, toOn = null, conflictChecked, mayReceiveFiles, mandateId = null } = input;
    if (toOn !== null && toOn < fromOn) throw invalid({ toOn: ['before-start'] });
    if (!conflictChecked) throw invalid({ conflictChecked: ['missing'] });
    const [who] = await this.recipients.named([input.who]);
    if (!who) throw invalid({ who: ['missing'] });
    if (claimId && !(await this.claims.of(file.clientId)).some(({ row }) => row.id === claimId)) throw invalid({ claimId: ['unknown'] });
    if (mandateId) await this.assertPapers(file.clientId, [mandateId], 'mandateId');
    if (mayReceiveFiles) await this.grants.forRecipient({ clientId: file.clientId, purpose: PURPOSE, recipient: who.id, scope: LEAST });
    const plain = { claimId, capacity, recipient: who.id, fromOn, toOn, conflictChecked, mayReceiveFiles, mandateId };
    return { plain, secrets: { name: who.name, whoKind: who.kind, contact } };
  }

  /** On this client's own file, where the one who is asking may read them. */
  private async assertPapers(clientId: string, ids: readonly string[], field: string): Promise<void> {
    const known = (await this.documents.known(ids)).filter(({ row }) => row.clientId === clientId);
    if (known.length < ids.length) throw invalid({ [field]: ['unknown'] });
  }

  private async views(ones: readonly OpenRepresentation[], file: ReachedCase): Promise<RepresentationView[]> {
    const shares = await this.representations.shares(ones.map(({ row }) => row.id));
    const names = await this.staff.names(shares.map(({ row }) => row.sharedBy));
    const { timeZone } = await this.cases.calendarOf(file.officeId);
    const today = dayAt(new Date().toISOString(), timeZone);
    return ones.map(({ row, secrets }) => {
      const isActive = row.fromOn <= today && (row.toOn === null || row.toOn >= today);
      return {
        id: row.id,
        caseId: row.caseId,
        claimId: row.claimId,
        version: row.version,
        name: secrets.name,
        whoKind: secrets.whoKind,
        capacity: row.capacity,
        contact: secrets.contact,
        fromOn: row.fromOn,
        toOn: row.toOn,
        conflictChecked: row.conflictChecked,
        mayReceiveFiles: row.mayReceiveFiles,
        mandateId: row.mandateId,
        isActive,
        shares: shares
          .filter(({ row: share }) => share.representationId === row.id)
          .map(({ row: share, secrets: { documents, what } }) => ({
            id: share.id,
            at: share.sharedAt.toISOString(),
            by: names.get(share.sharedBy) ?? '',
            scope: share.scope,
            documents,
            what,
          })),
        actions: [
          ...(mayOn('representation:write', file) ? ['edit'] : []),
          ...(isActive && row.mayReceiveFiles && mayOn('representation:share', file) ? ['share'] : []),
        ],
      };
    });
  }
}

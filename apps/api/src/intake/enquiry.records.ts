import { Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import { currentActor, reachValues, withinReach } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { drawCaseReferences } from '../platform/case-references';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { type Place, Sealer } from '../platform/sealing/sealer';
import { Enquiry, type EnquiryChange, type EnquiryPlain, type EnquirySecrets } from './enquiry.entity';

export interface OpenEnquiry {
  row: Enquiry;
  /** Null once a declined enquiry was minimised. */
  secrets: EnquirySecrets | null;
  /** The case that came of it, for whoever reaches it. */
  caseId: string | null;
}

/** When an enquiry came in, and by when somebody answers. */
export interface Reception {
  officeId: string;
  receivedAt: Date;
  firstResponseDue: Date;
}

export const ENQUIRY_COLUMNS = `e.id, e.org_id as "orgId", e.office_id as "officeId", e.state, e.case_ref as "caseRef", e.source, e.language, e.country,
  e.immediate_danger as "immediateDanger", e.callback_safe as "callbackSafe", e.received_at as "receivedAt", e.received_by as "receivedBy",
  e.first_response_due as "firstResponseDue", e.first_response_at as "firstResponseAt", e.intake_started_at as "intakeStartedAt", e.intake_due as "intakeDue",
  e.intake_by as "intakeBy", e.proposed_at as "proposedAt", e.proposed_by as "proposedBy", e.client_id as "clientId", e.admitted_at as "admittedAt",
  e.decline_reason as "declineReason", e.declined_at as "declinedAt", e.declined_by as "declinedBy", e.minimised_at as "minimisedAt", e.sealed,
  e.seal_version as "sealVersion", e.version`;

/** Open to the office until it is admitted; then to whoever reaches the client (shared/README.md). Never past a block (R-AC-01). Five parameters. */
export const enquiryWithin = (first: number): string => `(
  (e.client_id is null and e.office_id = any($${first}::uuid[]) and not (e.id = any((select app.blocked())::uuid[])))
  or (e.client_id is not null and ${withinReach('e', 'client_id', first + 1)}))`;

/** The values of `enquiryWithin`. */
export const enquiryReach = (word: Word): unknown[] => [reachValues(word)[0], ...reachValues('client:read')];

type Reached = Enquiry & { caseId: string | null };

const ONE = {
  name: 'enquiry.one',
  text: `select ${ENQUIRY_COLUMNS}, (select f.id from case_file f where f.enquiry_id = e.id order by f.period_no limit 1) as "caseId" from enquiry e where e.id = $1 and ${enquiryWithin(2)}`,
};
const HOLD = { name: 'enquiry.hold', text: `${ONE.text} for update` };
const COMPARE_ANEW = { name: 'enquiry.compare-anew', text: 'update enquiry set duplicates_checked_at = null where id = $1' };
const BLOCK = {
  name: 'enquiry.block',
  text: `insert into access_block (id, org_id, office_id, subject_id, staff_id, kind, source, set_by) values ($1, $2, $3, $4, $5, $6, 'USER_DECLARED', $5)`,
};

/** The door to the enquiries. */
@Injectable()
export class EnquiryRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  async get(id: string, word: Word): Promise<OpenEnquiry> {
    return this.open(await currentWork().row<Reached & Record<string, unknown>>(ONE, [id, ...enquiryReach(word)]), id);
  }

  /** As `get`, and nobody else moves or edits the enquiry until this request is over. */
  async hold(id: string, word: Word): Promise<OpenEnquiry> {
    return this.open(await currentWork().row<Reached & Record<string, unknown>>(HOLD, [id, ...enquiryReach(word)]), id);
  }

  async add({ officeId, ...reception }: Reception, plain: EnquiryPlain, secrets: EnquirySecrets): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine()
      .about('enquiry', id, { officeId })
      .changed(...Object.keys(plain), ...Object.keys(secrets));
    const sealed = await this.sealer.seal(enquiryPlace({ id, clientId: null, sealVersion: 1 }), secrets);
    await currentWork().entities.insert(Enquiry, {
      id,
      orgId,
      officeId,
      state: 'ENQUIRY',
      ...plain,
      ...reception,
      receivedBy: staffId,
      sealed,
      sealVersion: 1,
      version: 1,
    });
    await this.steps.record({ type: 'enquiry', id, action: 'receive', from: null, to: 'ENQUIRY', officeId });
    return id;
  }

  /** Throws 412 with the names of the fields that others changed meanwhile. */
  async edit({ row, secrets }: OpenEnquiry, version: number, plain: EnquiryPlain, written: EnquirySecrets): Promise<void> {
    const changed = changedFields({ ...row, ...secrets }, { ...plain, ...written });
    if (row.version !== version) throw staleEdit(row.version, changed);
    currentLine().changed(...changed);
    await this.write(row, { ...plain, duplicatesCheckedAt: null }, written);
  }

  /** A step of the process: what changes, and the line of the history. */
  async move({ row, secrets }: OpenEnquiry, action: string, change: EnquiryChange & { state: string }, written = secrets): Promise<void> {
    const { id, officeId } = row;
    currentLine()
      .about('enquiry', id, { clientId: change.clientId ?? row.clientId, officeId })
      .changed(...Object.keys(change));
    await this.write(row, change, written);
    await this.steps.record({
      type: 'enquiry',
      id,
      action,
      from: row.state,
      to: change.state,
      officeId,
      clientId: change.clientId ?? undefined,
      reason: change.declineReason ?? null,
    });
  }

  /** What is noted without a step of the process. */
  async note({ row, secrets }: OpenEnquiry, change: EnquiryChange): Promise<void> {
    currentLine().changed(...Object.keys(change));
    await this.write(row, change, secrets);
  }

  /** The name is another now: the job compares it anew with who is known (R-ID-07). */
  async compareAnew(id: string): Promise<void> {
    await currentWork().change(COMPARE_ANEW, [id]);
  }

  /** A tie that somebody declares themself closes the enquiry to them, from the next request on (R-AC-01, R-AC-13). */
  async closeTo(staffId: string, enquiryId: string, officeId: string, kind: string): Promise<void> {
    currentLine().about('enquiry', enquiryId, { officeId }).changed('accessBlock');
    await currentWork().change(BLOCK, [newId(), currentActor().orgId, officeId, enquiryId, staffId, kind]);
  }

  async newReference(): Promise<string> {
    const [reference = ''] = await drawCaseReferences(currentWork(), 1);
    return reference;
  }

  /** Seals anew with each write, under the client's key from admission on. */
  private async write(row: Enquiry, change: EnquiryChange, secrets: EnquirySecrets | null): Promise<void> {
    const sealVersion = row.sealVersion + 1;
    const clientId = change.clientId ?? row.clientId;
    const sealed = secrets && (await this.sealer.seal(enquiryPlace({ id: row.id, clientId, sealVersion }), secrets));
    await currentWork().entities.update(
      Enquiry,
      { id: row.id, version: row.version },
      { ...change, sealed, sealVersion, version: row.version + 1 },
    );
  }

  private async open(found: Reached | null, id: string): Promise<OpenEnquiry> {
    currentLine().about('enquiry', id, found ? { officeId: found.officeId, clientId: found.clientId } : {});
    if (!found) throw notFound();
    currentLine().returned('enquiry', [id]);
    const { caseId, ...row } = found;
    return { row, caseId, secrets: row.sealed && (await this.sealer.open<EnquirySecrets>(enquiryPlace(row), row.sealed)) };
  }
}

/** Where an enquiry's payload stands: under its own key, or the client's once there is one. */
export function enquiryPlace({ id, clientId, sealVersion }: Pick<Enquiry, 'id' | 'clientId' | 'sealVersion'>): Place {
  return { table: 'enquiry', rowId: id, subjectId: clientId ?? id, compartment: 'file', sealVersion };
}

/** Names of the fields in which two records differ. */
function changedFields(before: object, after: object): string[] {
  const old = before as Record<string, unknown>;
  return Object.entries(after)
    .filter(([name, value]) => JSON.stringify(old[name] ?? null) !== JSON.stringify(value ?? null))
    .map(([name]) => name);
}

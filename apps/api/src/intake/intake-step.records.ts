import { Injectable } from '@nestjs/common';
import type { IntakeStep } from '@panah/domain/vocabulary/intake';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { type Place, Sealer } from '../platform/sealing/sealer';
import type { Enquiry } from './enquiry.entity';
import { IntakeStepRow, type StepContent } from './intake-step.entity';

/** An intake as far as it was written. */
export interface Intake {
  rows: Partial<Record<IntakeStep, IntakeStepRow>>;
  content: Partial<StepContent>;
}

const OF = {
  name: 'intake-step.of',
  text: `select id, org_id as "orgId", office_id as "officeId", enquiry_id as "enquiryId", client_id as "clientId", step, complete, saved_at as "savedAt",
           saved_by as "savedBy", sealed, seal_version as "sealVersion", version from intake_step where enquiry_id = $1`,
};

/** The door to the steps of an intake. The caller has checked that the enquiry is in reach. */
@Injectable()
export class IntakeStepRecords {
  constructor(private readonly sealer: Sealer) {}

  async of(enquiryId: string): Promise<Intake> {
    const rows = await currentWork().rows<IntakeStepRow & Record<string, unknown>>(OF, [enquiryId]);
    const opened = await this.sealer.openMany<unknown>(rows.map((row) => ({ place: placeOf(row), sealed: row.sealed })));
    currentLine().returned(
      'intake_step',
      rows.map((row) => row.id),
    );
    return {
      rows: Object.fromEntries(rows.map((row) => [row.step, row])),
      content: Object.fromEntries(rows.map((row, index) => [row.step, opened[index]])),
    };
  }

  /** Throws 412 when somebody saved the step meanwhile. Version 0: nothing was saved yet. The enquiry is held by the caller. */
  async keep<S extends IntakeStep>(
    enquiry: Enquiry,
    step: S,
    { version, content, complete }: { version: number; content: StepContent[S]; complete: boolean },
  ): Promise<void> {
    const { rows, content: before } = await this.of(enquiry.id);
    const changed = changedFields(before[step] ?? {}, content);
    if ((rows[step]?.version ?? 0) !== version) throw staleEdit(rows[step]?.version ?? 0, changed);
    currentLine().changed(...changed);
    await this.write(enquiry, rows[step] ?? null, { step, content, complete });
  }

  /** Admission: each step sealed anew under the client's key (house.md 5). */
  async handOver(enquiry: Enquiry, clientId: string): Promise<void> {
    const { rows, content } = await this.of(enquiry.id);
    for (const row of Object.values(rows)) {
      const sealVersion = row.sealVersion + 1;
      const sealed = await this.sealer.seal(placeOf({ ...row, clientId, sealVersion }), content[row.step as IntakeStep]);
      await currentWork().entities.update(IntakeStepRow, { id: row.id }, { clientId, sealed, sealVersion });
    }
  }

  private async write(
    { id: enquiryId, officeId }: Enquiry,
    before: IntakeStepRow | null,
    { step, content, complete }: { step: string; content: unknown; complete: boolean },
  ): Promise<void> {
    const { orgId, staffId } = currentActor();
    const row = { id: before?.id ?? newId(), enquiryId, clientId: null, sealVersion: (before?.sealVersion ?? 0) + 1 };
    const sealed = await this.sealer.seal(placeOf(row), content);
    const saved = { complete, savedAt: new Date(), savedBy: staffId, sealed, sealVersion: row.sealVersion };
    if (before)
      await currentWork().entities.update(
        IntakeStepRow,
        { id: row.id, version: before.version },
        { ...saved, version: before.version + 1 },
      );
    else await currentWork().entities.insert(IntakeStepRow, { ...row, ...saved, orgId, officeId, step, version: 1 });
  }
}

function placeOf({ id, enquiryId, clientId, sealVersion }: Pick<IntakeStepRow, 'id' | 'enquiryId' | 'clientId' | 'sealVersion'>): Place {
  return { table: 'intake_step', rowId: id, subjectId: clientId ?? enquiryId, compartment: 'file', sealVersion };
}

function changedFields(before: object, after: object): string[] {
  const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (name) => JSON.stringify(old[name] ?? null) !== JSON.stringify(now[name] ?? null),
  );
}

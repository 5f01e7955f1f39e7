import { Injectable } from '@nestjs/common';
import type { TracingMethod, TracingOutcome } from '@panah/domain/vocabulary/family';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import { type FamilyLink, findingPlace, type TracingSecrets } from './link.entity';

const ADD = {
  name: 'family-tracing.add',
  text: `insert into family_tracing (id, org_id, office_id, link_id, method, outcome, held_on, by_id, sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
/** What was found out about somebody who turned out to be another is theirs, and no ground any more. */
const OF_LINK = {
  name: 'family-tracing.of-link',
  text: `select id, method, outcome, by_id as "byId", sealed from family_tracing where link_id = $1 and related_person_id is null order by at, id`,
};
const GIVE = { name: 'family-tracing.give', text: 'update family_tracing set related_person_id = $2, sealed = $3 where id = $1' };

/** A step of looking for somebody, as the table keeps it. */
export interface TracingRow {
  id: string;
  method: TracingMethod;
  outcome: TracingOutcome;
  byId: string;
  sealed: Buffer;
}

export interface NewTracing {
  method: TracingMethod;
  outcome: TracingOutcome;
  on: string;
  secrets: TracingSecrets;
}

/** The steps of looking for somebody. The caller holds the link. */
@Injectable()
export class TracingRecords {
  constructor(private readonly sealer: Sealer) {}

  async add({ id: linkId, orgId, officeId }: FamilyLink, { method, outcome, on, secrets }: NewTracing): Promise<string> {
    const id = newId();
    currentLine().changed('tracing');
    const sealed = await this.sealer.seal(findingPlace('family_tracing', { id, linkId, relatedPersonId: null }), secrets);
    await currentWork().change(ADD, [id, orgId, officeId, linkId, method, outcome, on, currentActor().staffId, sealed]);
    return id;
  }

  /** Those that are not about somebody found already. */
  async of(linkId: string): Promise<TracingRow[]> {
    return currentWork().rows<TracingRow & Record<string, unknown>>(OF_LINK, [linkId]);
  }

  /** What tells where somebody is goes under their own key, and goes with it. */
  async give(linkId: string, rows: readonly TracingRow[], relatedPersonId: string): Promise<void> {
    for (const { id, sealed } of rows) {
      const secrets = await this.sealer.open<TracingSecrets>(findingPlace('family_tracing', { id, linkId, relatedPersonId: null }), sealed);
      const theirs = await this.sealer.seal(findingPlace('family_tracing', { id, linkId, relatedPersonId }), secrets);
      await currentWork().change(GIVE, [id, relatedPersonId, theirs]);
    }
  }
}

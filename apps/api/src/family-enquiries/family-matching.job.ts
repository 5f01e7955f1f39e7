import { Injectable } from '@nestjs/common';
import { ClientLikeness } from '../clients/client-likeness.records';
import { UnitsOfWork } from '../platform/database/units-of-work';
import { actAsJob } from '../platform/jobs/act-for-office';
import type { Job, JobWork } from '../platform/jobs/jobs';
import { FamilyFreezing } from './family-freezing.records';
import { FamilyMatching } from './family-matching.records';

interface Org {
  orgId: string;
  offices: string[];
}

const ORGS = `select o.org_id as "orgId", array_agg(o.id) as offices from office o where exists (select from family_enquiry e where e.org_id = o.org_id) group by 1`;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
/** A context that no member of staff can have: only in it are enquiries read that nobody decides on. */
const ROLES = ['MATCHING'];

/** Once a night, long after whoever asked was answered: enquiries freeze each other, and are then compared with whom our clients miss. */
@Injectable()
export class FamilyMatchingJob implements Job {
  readonly name = 'match-family-enquiries';
  readonly cron = '40 2 * * *';

  constructor(
    private readonly units: UnitsOfWork,
    private readonly freezing: FamilyFreezing,
    private readonly matching: FamilyMatching,
    private readonly likeness: ClientLikeness,
  ) {}

  async run(work: JobWork): Promise<void> {
    for (const org of await work.rows<Org>(ORGS)) {
      await this.freeze(work, org);
      for (let last: string | null = BEFORE_ALL; last !== null;) last = await this.match(work, org, last);
    }
  }

  private async freeze(work: JobWork, org: Org): Promise<void> {
    const frozen = await this.as(org, () => this.freezing.freeze());
    for (const id of frozen)
      await work.record({
        word: 'family-freeze:freeze',
        orgId: org.orgId,
        officeId: null,
        subjectType: 'family-freeze',
        subjectId: id,
        reason: 'SHARED',
      });
  }

  private async match(work: JobWork, org: Org, after: string): Promise<string | null> {
    const { proposed, last } = await this.as(org, async () => {
      await this.likeness.refresh();
      return this.matching.propose(await this.matching.searching(), after);
    });
    for (const { id, officeId } of proposed)
      await work.record({
        word: 'family-match:propose',
        orgId: org.orgId,
        officeId,
        subjectType: 'family-match',
        subjectId: id,
        reason: 'ALIKE',
      });
    return last;
  }

  private as<T>({ orgId, offices }: Org, act: () => Promise<T>): Promise<T> {
    return actAsJob(this.units, { orgId, roles: ROLES, coordinatedOffices: offices }, act);
  }
}

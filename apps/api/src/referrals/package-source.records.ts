import { Injectable } from '@nestjs/common';
import { isUsable } from '@panah/domain/clients/contact.rules';
import { ageBandOf, ageRange } from '@panah/domain/dates/age';
import type { PartialDate } from '@panah/domain/dates/partial-date';
import type { PackageItem } from '@panah/domain/referrals/package-items';
import { ClaimRecords } from '../asylum/claim.records';
import { LegalDeadlineRecords } from '../asylum/legal-deadline.records';
import type { ReachedCase } from '../cases/case.records';
import { ClientFacts } from '../clients/client-facts.records';
import type { ClientSecrets, ResidenceSecrets } from '../clients/client.entity';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { NeedRecords } from '../plans/need.records';
import type { OpenNeed } from '../plans/need.entity';

const PRESENT = {
  name: 'package.present',
  text: `select exists (select from residence where client_id = $1 and removed_at is null) as "ADDRESS",
           exists (select from dependant where client_id = $1 and removed_at is null) as "DEPENDANTS",
           exists (select from protection_claim where client_id = $1) as "LEGAL_STATUS",
           (select birth_year_from is not null from client where id = $1) as "BIRTH"`,
};

type OpenedBy<Kind extends PackageItem['kind']> = Extract<PackageItem, { kind: Kind }>;

/** What the records hold that a package may tell. The caller has the case in reach, or acts for the client's office; nothing is told by looking. */
@Injectable()
export class PackageSource {
  constructor(
    private readonly facts: ClientFacts,
    private readonly needRecords: NeedRecords,
    private readonly claims: ClaimRecords,
    private readonly deadlines: LegalDeadlineRecords,
  ) {}

  /** Of which items there is anything to tell; needs and documents are asked for by themselves. */
  async present(clientId: string): Promise<Record<string, boolean>> {
    return (await currentWork().row<Record<string, boolean>>(PRESENT, [clientId])) ?? {};
  }

  person(clientId: string): Promise<ClientSecrets> {
    return this.facts.person(clientId);
  }

  /** R-ID-03: the youngest possible age counts; of whom nothing is known, nothing is assumed. */
  async mayBeMinor(clientId: string, today: string): Promise<boolean> {
    const { birth } = await this.person(clientId);
    return (birth && ageRange(birth, today))?.countsAsMinor ?? false;
  }

  /** Within the reader's own reach of needs; those asked for that are out of it are absent. */
  async needs(file: ReachedCase, ids: readonly string[] | null): Promise<OpenNeed[]> {
    return (await this.needRecords.ofCase(file)).filter(({ row }) => ids === null || ids.includes(row.id));
  }

  async legal({ clientId }: { clientId: string }): Promise<(OpenedBy<'CLAIM'> | OpenedBy<'DEADLINE'>)[]> {
    const open = (await this.claims.of(clientId)).filter(({ row }) => row.endedOn === null);
    const days = await this.deadlines.of(open.map(({ row }) => row.id));
    currentLine().opened('CLAIMS');
    return [
      ...open.map(({ row: { country, procedureType, state, stateSince } }): OpenedBy<'CLAIM'> => {
        return { kind: 'CLAIM', country, procedure: procedureType, state, since: stateSince };
      }),
      ...days.flatMap(({ row: { type, dueOn, state } }): OpenedBy<'DEADLINE'>[] =>
        state === 'OPEN' ? [{ kind: 'DEADLINE', type, dueOn }] : [],
      ),
    ];
  }

  /** Where they live now: the newest line that has no end. */
  async address(clientId: string): Promise<OpenedBy<'ADDRESS'>[]> {
    const now = (await this.facts.residences(clientId)).filter(({ to }) => to === null);
    const newest = now.reduce<ResidenceSecrets | null>(
      (last, each) => (!last || (each.from?.from ?? '') >= (last.from?.from ?? '') ? each : last),
      null,
    );
    return newest ? [{ kind: 'ADDRESS', country: newest.country, city: newest.city, address: newest.address }] : [];
  }

  /** Nobody by name: another person's name is theirs. */
  async dependants(clientId: string, today: string): Promise<OpenedBy<'DEPENDANT'>[]> {
    const all = await this.facts.dependants(clientId);
    return all.map(({ relation, birth, livesWith }) => ({ kind: 'DEPENDANT', relation, ageBand: bandOf(birth, today), livesWith }));
  }

  /** The way of contact that is agreed: the preferred one among those that may be used at all (R-RI-07). */
  async contact(clientId: string): Promise<OpenedBy<'CONTACT'>[]> {
    const { points, plan } = await this.facts.contact(clientId);
    const point = points.filter(isUsable).find(({ preferred }) => preferred) ?? points.find(isUsable);
    if (!point) return [];
    const { channel, value, conditions } = point;
    return [{ kind: 'CONTACT', channel, value, conditions, identifyAs: plan?.identifyAs ?? null }];
  }
}

/** How old somebody may be, as a band; uncertain where they may be of two. */
export const bandOf = (birth: PartialDate | null, today: string): string => ageBandOf(birth && ageRange(birth, today));

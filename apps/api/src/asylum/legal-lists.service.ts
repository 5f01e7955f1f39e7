import { Injectable } from '@nestjs/common';
import type { ClaimListQuery, ClaimListView, DeadlineListQuery, DeadlineListView } from '@panah/contracts/legal-deadlines.contract';
import type { PermitListQuery, PermitListView } from '@panah/contracts/permits.contract';
import { explained } from '@panah/domain/asylum/deadline-words';
import { isOver } from '@panah/domain/asylum/legal-deadline';
import { permitStateOn } from '@panah/domain/asylum/permit.rules';
import { dayAt } from '@panah/domain/staff/office-calendar';
import { ClientRecords } from '../clients/client.records';
import { currentLine } from '../platform/audit/current-line';
import { LegalListRecords } from './legal-list.records';

interface Shut {
  clientId: string;
  clientSealed: Buffer | null;
  clientSealVersion: number;
}
interface Named {
  name: { arab: string | null; latin: string | null } | null;
  pseudonym: string | null;
}

/** The lists of the legal adviser’s page. */
@Injectable()
export class LegalListsService {
  constructor(
    private readonly lists: LegalListRecords,
    private readonly clients: ClientRecords,
  ) {}

  async deadlines(query: DeadlineListQuery): Promise<DeadlineListView> {
    const { rows, total, next } = await this.lists.deadlines(query);
    const whose = await this.whose(rows);
    const now = new Date().toISOString();
    const items = rows.map(({ id, caseId, caseRef, clientId, type, country, state, dueOn, internalDueOn, gap, timeZone, reckoning }) => ({
      id,
      caseId,
      caseRef,
      ...named(whose, clientId),
      type,
      country,
      state,
      dueOn,
      internalDueOn,
      gap,
      isOver: state === 'OPEN' && dueOn !== null && isOver(dueOn, now, timeZone),
      explainedEn: explained(reckoning, 'en'),
      explainedFa: explained(reckoning, 'fa'),
    }));
    return { items, total, next };
  }

  async claims(query: ClaimListQuery): Promise<ClaimListView> {
    const { rows, total, next } = await this.lists.claims(query);
    const whose = await this.whose(rows);
    const items = rows.map(({ id, caseId, caseRef, clientId, country, procedureType, state, since, represented }) => ({
      id,
      caseId,
      caseRef,
      ...named(whose, clientId),
      country,
      procedureType,
      state,
      since,
      represented,
    }));
    return { items, total, next };
  }

  async permits(query: PermitListQuery): Promise<PermitListView> {
    const { rows, total, next } = await this.lists.permits(query);
    const whose = await this.whose(rows);
    const now = new Date().toISOString();
    const items = rows.map((row) => {
      const { id, caseId, caseRef, clientId, type, country, validTo, officeZone } = row;
      return { id, caseId, caseRef, ...named(whose, clientId), type, country, validTo, state: permitStateOn(row, dayAt(now, officeZone)) };
    });
    return { items, total, next };
  }

  private async whose(rows: readonly Shut[]): Promise<Map<string, Named>> {
    const known = [
      ...new Map(
        rows.flatMap(({ clientId: id, clientSealed: sealed, clientSealVersion: sealVersion }) =>
          sealed ? [[id, { id, sealed, sealVersion }] as const] : [],
        ),
      ).values(),
    ];
    const cards = await this.clients.cards(known);
    if (known.length) currentLine().opened('PERSON');
    return new Map(known.map(({ id }, at) => [id, { name: cards[at]?.displayName ?? null, pseudonym: cards[at]?.pseudonym ?? null }]));
  }
}

const named = (whose: ReadonlyMap<string, Named>, clientId: string): Named => whose.get(clientId) ?? { name: null, pseudonym: null };

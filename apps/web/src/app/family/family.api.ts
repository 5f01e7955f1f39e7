import { inject, Injectable } from '@angular/core';
import type {
  FamilyApprovalView,
  FamilyLinkLineView,
  FamilyLinksView,
  FamilyLinkView,
  FamilyRenewalView,
} from '@panah/contracts/family-links.contract';
import type { FamilyWishInput, FamilyWishView } from '@panah/contracts/family-wishes.contract';
import type { StaffListView } from '@panah/contracts/staff.contract';
import type { Choice } from '../platform/form/choices';
import { Api, type Intent } from '../platform/http/api';
import type { ListQuestion } from '../platform/list/list-page';
import { problemOf } from '../platform/problem/problem';

export const caseWishes = (caseId: string): string => `/api/cases/${caseId}/family-wishes`;
export const wishPath = (id: string): string => `/api/family-wishes/${id}`;
export const LINKS = '/api/family-links';
export const linkPath = (id: string): string => `${LINKS}/${id}`;
export const APPROVALS = '/api/family-approvals';
const MOST_AT_ONCE = 100;

/** What stands at a version: a step on it says which one was read. */
export type Read = Pick<FamilyLinkView, 'id' | 'version'>;

/** What the pages of this room ask of the server. */
@Injectable({ providedIn: 'root' })
export class FamilyApi {
  private readonly api = inject(Api);
  private known: { of: string; rows: readonly FamilyLinkLineView[] } | null = null;

  note(caseId: string, input: FamilyWishInput, intent: Intent): Promise<FamilyWishView> {
    return this.api.post(caseWishes(caseId), input, intent);
  }

  edit(id: string, input: FamilyWishInput, version: number): Promise<FamilyWishView> {
    return this.api.edit(wishPath(id), input, version);
  }

  wishStep({ id, version }: Read, noun: string, input: object, intent?: Intent): Promise<FamilyWishView> {
    return this.api.step(`${wishPath(id)}/${noun}`, input, version, intent);
  }

  linkStep({ id, version }: Read, noun: string, input: object, intent?: Intent): Promise<FamilyLinkView> {
    return this.api.step(`${linkPath(id)}/${noun}`, input, version, intent);
  }

  link(id: string): Promise<FamilyLinkView> {
    return this.api.read<FamilyLinkView>(linkPath(id));
  }

  /** What somebody said is as true of a link that moved meanwhile: it is read anew, once. */
  async linkWord(link: Read, noun: string, input: object, intent?: Intent): Promise<FamilyLinkView> {
    try {
      return await this.linkStep(link, noun, input, intent);
    } catch (thrown) {
      if (problemOf(thrown).status !== 412) throw thrown;
      return this.linkStep(await this.link(link.id), noun, input, intent);
    }
  }

  /** Who works on a link is named without seeing it; then it is read again. */
  async assign(link: Read, input: object, intent: Intent): Promise<FamilyLinkView> {
    await this.api.step(`${linkPath(link.id)}/officers`, input, link.version, intent);
    return this.link(link.id);
  }

  decide({ id, version }: Read, noun: string, input: object, intent?: Intent): Promise<FamilyApprovalView | FamilyRenewalView | null> {
    return this.api.step(`${APPROVALS}/${id}/${noun}`, input, version, intent);
  }

  /** The server never gets what is typed: a name is looked for among the rows that the state leaves. */
  async links(question: ListQuestion): Promise<FamilyLinksView> {
    if (question.text) return this.named(question);
    this.known = null;
    return this.api.list<FamilyLinksView>(LINKS, question);
  }

  /** Colleagues who hold a role, to choose one. */
  async colleagues(role: string): Promise<readonly Choice[]> {
    const { items } = await this.api.read<StaffListView>(`/api/staff?role=${role}&state=ACTIVE&limit=${String(MOST_AT_ONCE)}`);
    return items.map(({ id, displayName }) => ({ code: id, label: displayName }));
  }

  private async named(question: ListQuestion): Promise<FamilyLinksView> {
    const wanted = question.text.toLocaleLowerCase();
    const items = (await this.all(question)).filter(({ clientName, relativeName }) =>
      `${clientName}\n${relativeName}`.toLocaleLowerCase().includes(wanted),
    );
    return { items, total: items.length, next: null, byState: {} };
  }

  /** Read once for a row of key presses: each reading is a line in the log. */
  private async all(question: ListQuestion): Promise<readonly FamilyLinkLineView[]> {
    const of = JSON.stringify(question.facets);
    if (this.known?.of !== of) this.known = { of, rows: await this.everyPage(question) };
    return this.known.rows;
  }

  private async everyPage(question: ListQuestion): Promise<readonly FamilyLinkLineView[]> {
    const rows: FamilyLinkLineView[] = [];
    for (let cursor: string | null = null, first = true; first || cursor; first = false) {
      const page: FamilyLinksView = await this.api.list<FamilyLinksView>(LINKS, { ...question, cursor, limit: MOST_AT_ONCE });
      rows.push(...page.items);
      cursor = page.next;
    }
    return rows;
  }
}

import { inject, Injectable } from '@angular/core';
import type { PartnerInput, PartnerLineView, PartnerListView, PartnerStepInput, PartnerView } from '@panah/contracts/partners.contract';
import type { PartnerInvitation, PartnerPeopleView } from '@panah/contracts/partner-people.contract';
import type { PartnerReferralsView } from '@panah/contracts/partner-referrals.contract';
import type { PartnerAction } from '@panah/domain/partners/partner.process';
import { Api, type Intent } from '../platform/http/api';
import type { ListPage, ListQuestion } from '../platform/list/list-page';
import { StepUp } from '../platform/session/step-up';
import type { Which } from './partner-numbers';

const PARTNERS = '/api/partners';
const MOST_AT_ONCE = 100;

/** A step is a noun that is posted. */
const NOUN_OF: Readonly<Record<PartnerAction, string>> = {
  activate: 'activation',
  suspend: 'suspension',
  reinstate: 'reinstatement',
  end: 'end',
};

export const partnerPath = (id: string) => `${PARTNERS}/${id}`;

/** What is first asked of what was sent to a partner: once the work with it has stopped, whom that concerns. */
export const whichOf = ({ state }: Pick<PartnerView, 'state'>): Which => (['SUSPENDED', 'ENDED'].includes(state) ? 'AFFECTED' : 'LENT');

/** What the pages of this room ask of the server. */
@Injectable({ providedIn: 'root' })
export class PartnersApi {
  private readonly api = inject(Api);
  private readonly stepUp = inject(StepUp);
  private known: { of: string; rows: readonly PartnerLineView[] } | null = null;

  /** The server never gets what is typed: a name is looked for among the rows that the other filters leave. */
  async list(question: ListQuestion): Promise<ListPage<PartnerLineView>> {
    if (question.text) return this.named(question);
    this.known = null;
    return this.api.list<PartnerListView>(PARTNERS, question);
  }

  /** What was sent to one partner, page by page. */
  referrals(id: string, which: Which, cursor: string | null): Promise<PartnerReferralsView> {
    const query = new URLSearchParams({ which, limit: String(MOST_AT_ONCE), ...(cursor ? { cursor } : {}) });
    return this.api.read(`${partnerPath(id)}/referrals?${query.toString()}`);
  }

  create(input: PartnerInput, intent: Intent): Promise<PartnerView> {
    return this.api.post(PARTNERS, input, intent);
  }

  edit(id: string, input: PartnerInput, version: number): Promise<PartnerView> {
    return this.api.replace(partnerPath(id), input, version);
  }

  read(id: string): Promise<PartnerView> {
    return this.api.read(partnerPath(id));
  }

  step(id: string, action: PartnerAction, input: PartnerStepInput | object, intent?: Intent): Promise<PartnerView> {
    return this.api.post(`${partnerPath(id)}/${NOUN_OF[action]}`, input, intent);
  }

  invite(id: string, input: PartnerInvitation, intent: Intent): Promise<PartnerPeopleView> {
    return this.api.post(`${partnerPath(id)}/people`, input, intent);
  }

  /** A noun that is posted to somebody at the partner. */
  about(id: string, what: string, input: object, intent?: Intent): Promise<PartnerPeopleView> {
    return this.api.post(`${partnerPath(id)}/${what}`, input, intent);
  }

  /** What decides whether anything is sealed to a key wants a sign-in of the last minutes; null when the reader went back. */
  aboutKey(id: string, what: string, input: object, intent: Intent): Promise<PartnerPeopleView | null> {
    return this.stepUp.run(() => this.about(id, `keys/${what}`, input, intent));
  }

  private async named(question: ListQuestion): Promise<ListPage<PartnerLineView>> {
    const wanted = question.text.toLocaleLowerCase();
    const items = (await this.all(question)).filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
    return { items, total: items.length, next: null };
  }

  /** Read once for a row of key presses: each reading is a line in the log. */
  private async all(question: ListQuestion): Promise<readonly PartnerLineView[]> {
    const of = JSON.stringify(question.facets);
    if (this.known?.of !== of) this.known = { of, rows: await this.everyPage(question) };
    return this.known.rows;
  }

  private async everyPage(question: ListQuestion): Promise<readonly PartnerLineView[]> {
    const rows: PartnerLineView[] = [];
    for (let cursor: string | null = null, first = true; first || cursor; first = false) {
      const page: PartnerListView = await this.api.list<PartnerListView>(PARTNERS, { ...question, cursor, limit: MOST_AT_ONCE });
      rows.push(...page.items);
      cursor = page.next;
    }
    return rows;
  }
}

import { DOCUMENT } from '@angular/common';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { PartnerReferralLineView, PartnerReferralsView } from '@panah/contracts/partner-referrals.contract';
import type { PartnerView } from '@panah/contracts/partners.contract';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { referralState } from '@panah/domain/vocabulary/referrals';
import { DateDisplay } from '../platform/dates/date-display';
import { DateText } from '../platform/dates/date-text';
import { DateWords } from '../platform/dates/date-words';
import { Questions } from '../platform/form/questions';
import { Api } from '../platform/http/api';
import { Icon } from '../platform/icon/icon';
import { List, ListRow } from '../platform/list/list';
import type { ListColumn, ListPage, ListQuestion } from '../platform/list/list-page';
import { ListSource } from '../platform/list/list-source';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { DELETION_PROBLEMS, deletionQuestion } from '../referrals/deletion-question.part';
import { CodeLabel } from '../platform/text/code-label';
import { PartnerLine } from './partner-line';
import { PartnerNumbers, type Which } from './partner-numbers';
import { partnerPath, PartnersApi, whichOf } from './partners.api';

/** Every line of what lies at a partner, or of whom it concerned that it did: to look through, to print by itself, and to work off on the telephone (R-RE-10). */
@Component({
  selector: 'app-partner-report',
  imports: [CodeLabel, DateDisplay, DateText, Icon, List, ListRow, PartnerLine, PartnerNumbers, ProblemNotice, RouterLink],
  templateUrl: './partner-report.html',
})
export class PartnerReport {
  readonly partnerId = input.required<string>();

  private readonly api = inject(Api);
  private readonly partners = inject(PartnersApi);
  private readonly questions = inject(Questions);
  private readonly page = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly today = inject(DateWords).today();
  protected readonly services = serviceRequested;
  protected readonly states = referralState;
  protected readonly now = new Date().toISOString();
  protected readonly columns: readonly ListColumn[] = [
    { id: 'case', label: $localize`:@@partners.columnCase:Case` },
    { id: 'state', label: $localize`:@@partners.columnState:Where it stands` },
    { id: 'line', label: $localize`:@@partners.columnLine:What became of it` },
  ];
  protected readonly partner = httpResource<PartnerView>(() => partnerPath(this.partnerId()));
  protected readonly which = linkedSignal<Which>(() => (this.partner.hasValue() ? whichOf(this.partner.value()) : 'LENT'));
  protected readonly list = computed(() => {
    const which = this.which();
    // Making a list writes its signals, which a computation may not.
    return untracked(() => this.listOf(which));
  });
  /** The numbers of the last page that came, and what can be done. */
  protected readonly view = signal<PartnerReferralsView | null>(null);
  protected readonly gathering = signal(false);
  protected readonly csvPath = computed(() => `${partnerPath(this.partnerId())}/referrals.csv`);

  constructor() {
    inject(ProblemTexts).add(DELETION_PROBLEMS);
  }

  /** The rest of the lines first: what is on paper is all of it. */
  protected async print(): Promise<void> {
    if (this.gathering()) return;
    this.gathering.set(true);
    const list = this.list();
    while (list.next() && !list.problem()) await list.more();
    this.gathering.set(false);
    if (!list.problem()) setTimeout(() => this.page.defaultView?.print());
  }

  protected async hear(): Promise<void> {
    const text = $localize`:@@partners.heardText:What somebody there told you, of everything in your reach that they had read and that was over on that day. It stands in the history of each referral with your name.`;
    const question = deletionQuestion<PartnerReferralsView>(this.api, `${partnerPath(this.partnerId())}/deletions`, {
      text,
      today: this.today,
    });
    if (await this.questions.ask(question)) await this.list().reload();
  }

  protected open({ id, caseId }: PartnerReferralLineView): void {
    void this.router.navigate(['/cases', caseId, 'referrals', id]);
  }

  private listOf(which: Which): ListSource<PartnerReferralLineView> {
    return new ListSource<PartnerReferralLineView>((question) => this.load(which, question), { limit: 100 });
  }

  private async load(which: Which, { cursor }: ListQuestion): Promise<ListPage<PartnerReferralLineView>> {
    const view = await this.partners.referrals(this.partnerId(), which, cursor);
    this.view.set(view);
    return view;
  }
}

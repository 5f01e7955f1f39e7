import { httpResource } from '@angular/common/http';
import { Component, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ConsentsView } from '@panah/contracts/consents.contract';
import type { FamilyConsentLineView, FamilyWishView } from '@panah/contracts/family-wishes.contract';
import { WISH_PURPOSES } from '@panah/domain/consents/purposes';
import { kinRelation } from '@panah/domain/vocabulary/family';
import { DateDisplay } from '../platform/dates/date-display';
import { Taking } from '../platform/decision/decision';
import { Dialogs } from '../platform/dialog/dialogs';
import { Questions } from '../platform/form/questions';
import { Api } from '../platform/http/api';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { readerLanguage } from '../platform/reader/language';
import { SessionStore } from '../platform/session/session-store';
import { CodeLabel } from '../platform/text/code-label';
import { StateMark } from '../platform/text/state-mark';
import { accountFacts, wishDays } from './account-facts';
import { ConsentLines } from './consent-lines';
import { FamilyConsentDialog } from './family-consent-dialog';
import { FamilyApi, wishPath } from './family.api';
import { LINK_FACES } from './family-states';
import { FAMILY_PROBLEMS } from './family.texts';
import { LadderList } from './ladder-list';
import { ONE_SENTENCE } from './said-again';
import { type WarningData, WarningDialog } from './warning-dialog';
import { consentQuestion, endQuestion, withdrawalQuestion } from './wish-acts';
import { WishRoute } from './wish-route';

/** One wish: whom they miss, what they allow, and the one thing that can be said. */
@Component({
  selector: 'app-wish-page',
  imports: [CodeLabel, ConsentLines, DateDisplay, Icon, LadderList, ProblemNotice, RouterLink, StateMark, WishRoute],
  templateUrl: './wish-page.part.html',
  styles: '.said { font-size: var(--text-l); font-weight: var(--strong) }',
})
export class WishPage {
  readonly caseId = input.required<string>();
  readonly wishId = input.required<string>();

  private readonly api = inject(FamilyApi);
  private readonly http = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly questions = inject(Questions);
  protected readonly mayReadRoute = inject(SessionStore).may('family-link:read-route');
  protected readonly taking = new Taking();
  protected readonly wish = httpResource<FamilyWishView>(() => wishPath(this.wishId()));
  protected readonly view = linkedSignal<FamilyWishView | null>(() => (this.wish.hasValue() ? this.wish.value() : null));

  protected readonly relations = kinRelation;
  protected readonly faces = LINK_FACES;
  protected readonly purposes = WISH_PURPOSES;
  protected readonly sentence = ONE_SENTENCE[readerLanguage()];
  protected readonly allowsLabel = $localize`:@@family.clientAllows:What the client allows`;
  protected readonly factsOf = ({ relative }: FamilyWishView) => accountFacts(relative);
  protected readonly daysOf = wishDays;

  constructor() {
    inject(ProblemTexts).add(FAMILY_PROBLEMS);
  }

  protected async warn(wish: FamilyWishView): Promise<void> {
    await this.taking.take(async () => {
      const { languages } = await this.known();
      this.show(await this.dialogs.open<FamilyWishView, WarningData>(WarningDialog, { wish, language: languages[0] ?? '' }));
    });
  }

  protected async begin(wish: FamilyWishView): Promise<void> {
    await this.taking.take(async () => this.show(await this.api.wishStep(wish, 'beginning', {})));
  }

  protected async ask(wish: FamilyWishView, purpose: string): Promise<void> {
    await this.taking.take(async () => {
      const question = consentQuestion(this.api, wish, purpose, await this.known());
      this.show(await this.dialogs.open<FamilyWishView, typeof question>(FamilyConsentDialog, question));
    });
  }

  protected async withdraw(wish: FamilyWishView, line: FamilyConsentLineView): Promise<void> {
    this.show(await this.questions.ask(withdrawalQuestion(this.api, wish, line)));
  }

  protected async end(wish: FamilyWishView): Promise<void> {
    this.show(await this.questions.ask(endQuestion(this.api, wish)));
  }

  private show(now: FamilyWishView | null): void {
    if (now) this.view.set(now);
  }

  /** Which languages the client speaks, and who of us may interpret. */
  private known(): Promise<ConsentsView> {
    return this.http.read<ConsentsView>(`/api/cases/${this.caseId()}/consents`);
  }
}

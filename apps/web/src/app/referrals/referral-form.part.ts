import { httpResource } from '@angular/common/http';
import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ReferralChoicesView } from '@panah/contracts/referral-choices.contract';
import type { ReferralView } from '@panah/contracts/referral-views.contract';
import { type NewReferralInput, ReferralConsentInput, ReferralTexts } from '@panah/contracts/referrals.contract';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { referralKind, referralUrgency } from '@panah/domain/vocabulary/referrals';
import { ConsentGivingFields, GIVING_RULES, givingStart } from '../consents/consent-giving.part';
import { ActionsBar } from '../platform/form/actions-bar';
import { choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { FormElement } from '../platform/form/form-element';
import { QuestionField } from '../platform/form/question-field';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { ItemPicks, itemsIn, type Picked, usuallyPicked } from './item-picks';
import { PartnerPick } from './partner-pick';
import { TEXT_FIELDS, textsStart, whole } from './referral-fields';
import { ReferralSending } from './referral-sending';
import { REFERRAL_PROBLEMS, SAFETY_TEXTS } from './referral.texts';
import { caseReferrals, referralPath, ReferralsApi } from './referrals.api';

/** One referral, new or not yet sent: to whom, what, in which words; then the package itself, and the button that sends it. */
@Component({
  selector: 'app-referral-form',
  imports: [
    ActionsBar,
    CodeLabel,
    ConsentGivingFields,
    FormElement,
    Icon,
    ItemPicks,
    PartnerPick,
    ProblemNotice,
    QuestionField,
    ReferralSending,
    RouterLink,
  ],
  templateUrl: './referral-form.part.html',
  styles: `
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
    }
    .whole {
      grid-column: 1 / -1;
    }
    @media (max-width: 900px) {
      .halves {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class ReferralForm {
  readonly caseId = input.required<string>();
  /** Of a new one. */
  readonly newService = input<string>();
  /** Of one that is there already. */
  readonly referralId = input<string>();

  private readonly api = inject(ReferralsApi);
  private readonly router = inject(Router);
  private readonly snack = inject(Snack);
  protected readonly services = serviceRequested;
  protected readonly urgencies = choicesOf(referralUrgency);
  protected readonly kinds = choicesOf(referralKind).filter(({ code }) => code === 'REFERRAL' || code === 'TRANSFER');

  private readonly saved = httpResource<ReferralView>(() => (this.referralId() ? referralPath(this.referralId() ?? '') : undefined));
  private readonly before = linkedSignal<ReferralView | null>(() => (this.saved.hasValue() ? this.saved.value() : null));
  protected readonly service = computed(() => this.newService() ?? this.before()?.service ?? '');
  protected readonly kind = linkedSignal(() => this.before()?.kind ?? 'REFERRAL');
  protected readonly choices = httpResource<ReferralChoicesView>(() =>
    this.service() ? `${caseReferrals(this.caseId(), 'referral-choices')}?service=${this.service()}&kind=${this.kind()}` : undefined,
  );
  /** While it is asked anew for another kind, the page stays as it is, and what is being written with it. */
  protected readonly known = linkedSignal<ReferralChoicesView | null, ReferralChoicesView | null>({
    source: () => (this.choices.hasValue() ? this.choices.value() : null),
    computation: (now, before) => now ?? before?.value ?? null,
  });
  private readonly offered = computed(() => (this.known()?.partners ?? []).filter(({ mayReceive }) => mayReceive));
  private readonly language = computed(() => this.known()?.languages[0] ?? '');
  protected readonly made = signal<ReferralView | null>(null);
  protected readonly urgency = linkedSignal(() => this.before()?.urgency ?? 'ROUTINE');
  protected readonly partnerId = linkedSignal<string[], string | null>({
    source: () => this.offered().map(({ id }) => id),
    computation: (ids, chosen) => ids.find((id) => id === chosen?.value) ?? this.before()?.partner.id ?? ids[0] ?? null,
  });
  protected readonly partner = computed(() => this.known()?.partners.find(({ id }) => id === this.partnerId()) ?? null);
  protected readonly asksAnew = linkedSignal(() => this.partnerId() === null);
  protected readonly later = signal(false);
  /** Whether the person is asked here: there is no word of theirs yet, or it shall cover more. */
  protected readonly asks = computed(() => this.partner() !== null && (this.asksAnew() || this.partner()?.consent === null));
  protected readonly picked = linkedSignal<Picked>(() => this.before() ?? usuallyPicked(this.partner()?.items ?? [], this.asks()));
  protected readonly fields = computed(() =>
    TEXT_FIELDS.filter(({ name }) => name !== 'guardian' || this.picked().items.includes('GUARDIAN')),
  );
  protected readonly waiting = computed(() => (this.made()?.approvals ?? []).filter(({ by }) => by === null).slice(0, 1));

  protected readonly texts = new ContractForm<ReferralTexts>(ReferralTexts, textsStart(), { texts: SAFETY_TEXTS });
  protected readonly consent = new ContractForm<ReferralConsentInput>(ReferralConsentInput, givingStart(''), { texts: GIVING_RULES });
  protected readonly refused = signal<Problem | null>(null);

  constructor() {
    inject(ProblemTexts).add(REFERRAL_PROBLEMS);
    if (this.router.currentNavigation()?.extras.state?.['begins']) this.beginWriting();
    effect(() => {
      const view = this.before();
      if (view) untracked(() => this.texts.reset(view.texts));
    });
    effect(() => {
      const language = this.language();
      if (language) untracked(() => this.consent.reset(givingStart(language)));
    });
  }

  /** The first field has the focus as soon as it stands there. */
  private beginWriting(): void {
    const page = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const injector = inject(Injector);
    const waits = effect(() => {
      if (!this.choices.hasValue()) return;
      untracked(() => waits.destroy());
      afterNextRender(() => page.querySelector('textarea')?.focus(), { injector });
    });
  }

  unsaved(): boolean {
    return this.made() === null && this.texts.dirty();
  }

  /** What is kept now is what is shown next. */
  protected async preview(): Promise<void> {
    this.refused.set(null);
    const texts = await this.texts.save((value) => whole(value, this.picked().items));
    if (!texts) return;
    const view = this.asks() && !this.later() ? await this.onNewWord(texts) : await this.keep(texts, null);
    if (view) this.made.set(view);
  }

  protected change(referral: ReferralView): void {
    this.before.set(referral);
    this.made.set(null);
    this.choices.reload();
  }

  protected async sent(referral: ReferralView): Promise<void> {
    this.snack.say($localize`:@@referrals.saidSent:Sent.`);
    await this.router.navigate(['/cases', this.caseId(), 'referrals', referral.id]);
  }

  private onNewWord(texts: ReferralTexts): Promise<ReferralView | null> {
    const scope = [...this.itemsIn(), ...(this.picked().items.includes('NAME') ? ['NAME'] : [])];
    return this.consent.save((said) => this.put(texts, { ...said, scope }));
  }

  private async keep(texts: ReferralTexts, consent: ReferralConsentInput | null): Promise<ReferralView | null> {
    try {
      return await this.put(texts, consent);
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
      return null;
    }
  }

  private async put(texts: ReferralTexts, consent: ReferralConsentInput | null): Promise<ReferralView> {
    const input = this.input(texts);
    const before = this.before();
    if (!before) return this.api.create(this.caseId(), { ...input, ...(consent ? { consent } : {}) });
    const edited = await this.api.edit(before.id, input, before.version);
    this.before.set(edited);
    return consent ? this.api.step(before.id, 'consent', { consent }) : edited;
  }

  private input(texts: ReferralTexts): NewReferralInput {
    const { needIds, documentIds } = this.picked();
    return {
      partnerId: this.partnerId() ?? '',
      kind: this.kind(),
      service: this.service(),
      urgency: this.urgency(),
      items: this.itemsIn(),
      needIds: [...needIds],
      documentIds: [...documentIds],
      texts,
    };
  }

  private itemsIn(): string[] {
    const known = this.known();
    return known ? itemsIn(this.picked(), known) : [];
  }
}

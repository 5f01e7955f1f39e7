import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ReferralChoicesView } from '@panah/contracts/referral-choices.contract';
import type { ReferralView } from '@panah/contracts/referral-views.contract';
import { ReferralTexts, type SupplementInput } from '@panah/contracts/referrals.contract';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { ActionsBar } from '../platform/form/actions-bar';
import { ContractForm } from '../platform/form/contract-form';
import { FormElement } from '../platform/form/form-element';
import { QuestionField } from '../platform/form/question-field';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { ItemPicks, itemsIn, NOTHING_PICKED, type Picked } from './item-picks';
import { TEXT_FIELDS, textsStart, whole } from './referral-fields';
import { ReferralSending } from './referral-sending';
import { REFERRAL_PROBLEMS, SAFETY_TEXTS } from './referral.texts';
import { caseReferrals, referralPath } from './referrals.api';

/** Under which item each of our texts is told. */
const ITEM_OF: Readonly<Record<string, string>> = {
  request: 'REQUEST',
  workDone: 'WORK_DONE',
  safety: 'SAFETY',
  nothingUrgent: 'SAFETY',
  contactRules: 'CONTACT_RULES',
  guardian: 'GUARDIAN',
};

/** Something more for a partner that has the referral: a package of its own, on what the consent covers now (R-RE-03). */
@Component({
  selector: 'app-supplement-page',
  imports: [ActionsBar, CodeLabel, FormElement, ItemPicks, ProblemNotice, QuestionField, ReferralSending, RouterLink],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@referrals.more">Send something more</h1>
        @if (saved.hasValue()) {
          <p class="sub">
            {{ saved.value().service | codeLabel: services }} · <bdi>{{ saved.value().partner.name }}</bdi>
          </p>
        }
      </div>
      <div class="btns">
        <a class="btn" [routerLink]="['/cases', caseId(), 'referrals', referralId()]" i18n="@@referrals.backToReferral">Back</a>
      </div>
    </header>
    @if (more(); as chosen) {
      @if (saved.hasValue()) {
        <app-referral-sending [referral]="saved.value()" [more]="chosen" (sent)="sent()">
          <button type="button" class="btn" (click)="more.set(null)" i18n="@@referrals.change">Change something</button>
        </app-referral-sending>
      }
    } @else if (choices.hasValue()) {
      <form class="halves" [appForm]="texts" (appSave)="preview()">
        <app-item-picks [choices]="choices.value()" [items]="items()" [asks]="false" [(picked)]="picked" />
        <div class="stack">
          @if (fields().length) {
            <section class="panel" aria-labelledby="words">
              <h2 id="words" i18n="@@referrals.words">In your words</h2>
              <div class="panel-body form">
                @for (field of fields(); track field.name) {
                  <app-question-field [form]="texts" [field]="field" />
                }
              </div>
            </section>
          } @else {
            <p class="muted" i18n="@@referrals.moreText">Tick what they shall have besides. What they have already stays as it was sent.</p>
          }
        </div>
        <app-actions-bar class="whole" [form]="texts" save="Preview" i18n-save="@@referrals.preview" />
      </form>
    } @else if (choices.error() ?? saved.error(); as error) {
      <app-problem [problem]="error" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
  styles: `
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
export class SupplementPage {
  readonly caseId = input.required<string>();
  readonly referralId = input.required<string>();

  private readonly router = inject(Router);
  private readonly snack = inject(Snack);
  protected readonly services = serviceRequested;
  protected readonly saved = httpResource<ReferralView>(() => referralPath(this.referralId()));
  protected readonly choices = httpResource<ReferralChoicesView>(() =>
    this.saved.hasValue() ? `${caseReferrals(this.caseId(), 'referral-choices')}?service=${this.saved.value().service}` : undefined,
  );
  protected readonly items = computed(() => {
    const partners = this.choices.hasValue() ? this.choices.value().partners : [];
    const partnerId = this.saved.hasValue() ? this.saved.value().partner.id : '';
    return partners.find(({ id }) => id === partnerId)?.items ?? [];
  });
  protected readonly picked = signal<Picked>(NOTHING_PICKED);
  protected readonly fields = computed(() => TEXT_FIELDS.filter(({ name }) => this.picked().items.includes(ITEM_OF[name] ?? '')));
  protected readonly more = signal<SupplementInput | null>(null);
  protected readonly texts = new ContractForm<ReferralTexts>(ReferralTexts, textsStart(), { texts: SAFETY_TEXTS });

  constructor() {
    inject(ProblemTexts).add(REFERRAL_PROBLEMS);
    effect(() => {
      const view = this.saved.hasValue() ? this.saved.value() : null;
      if (view) untracked(() => this.texts.reset(view.texts));
    });
  }

  unsaved(): boolean {
    return this.more() === null && this.texts.dirty();
  }

  protected async preview(): Promise<void> {
    const { needIds, documentIds } = this.picked();
    const items = this.choices.hasValue() ? itemsIn(this.picked(), this.choices.value()) : [];
    if (!items.length) return;
    const texts = await this.texts.save((value) => whole(value, this.picked().items));
    if (texts) this.more.set({ items, needIds: [...needIds], documentIds: [...documentIds], ...(this.fields().length ? { texts } : {}) });
  }

  protected async sent(): Promise<void> {
    this.snack.say($localize`:@@referrals.saidSent:Sent.`);
    await this.router.navigate(['/cases', this.caseId(), 'referrals', this.referralId()]);
  }
}

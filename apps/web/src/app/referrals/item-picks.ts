import { Component, computed, input, model } from '@angular/core';
import type { ItemChoiceView, ReferralChoicesView } from '@panah/contracts/referral-choices.contract';
import { documentType } from '@panah/domain/vocabulary/documents';
import { needCode, needSeverity } from '@panah/domain/vocabulary/needs';
import { referralGap, referralItem } from '@panah/domain/vocabulary/referrals';
import { Icon } from '../platform/icon/icon';
import { CodeLabel } from '../platform/text/code-label';

/** What is ticked: items by their code, needs and documents each by itself. */
export interface Picked {
  items: readonly string[];
  needIds: readonly string[];
  documentIds: readonly string[];
}

/** Told one by one, not as a whole. */
const ONE_BY_ONE = ['NEEDS', 'HEALTH', 'DOCUMENTS'];

/** What may go into a package. Only what the consent covers can be ticked; whatever cannot says why. */
@Component({
  selector: 'app-item-picks',
  imports: [CodeLabel, Icon],
  template: `
    <h2 id="picks" i18n="@@referrals.what">What to send</h2>
    <div role="group" aria-labelledby="picks" class="list">
      @for (item of whole(); track item.item) {
        @let reason = whyNot(item);
        <label class="pick" [class.never]="reason">
          <input
            class="tick"
            type="checkbox"
            [checked]="picked().items.includes(item.item)"
            [disabled]="reason !== null"
            (change)="toggle('items', item.item)"
          />
          <span>{{ item.item | codeLabel: names }}</span>
          @if (reason) {
            <span class="small">{{ reason | codeLabel: gaps }}</span>
          } @else if (item.restricted) {
            <span class="small" i18n="@@referrals.restricted">Restricted: a coordinator agrees to it</span>
          }
        </label>
      }
      @for (item of ofNeeds(); track item.item) {
        <p class="group-head">{{ item.item | codeLabel: names }}</p>
        @for (need of needsUnder(item); track need.id) {
          @let reason = whyNot(item);
          <label class="pick" [class.never]="reason">
            <input
              class="tick"
              type="checkbox"
              [checked]="picked().needIds.includes(need.id)"
              [disabled]="reason !== null"
              (change)="toggle('needIds', need.id)"
            />
            <span>{{ need.code | codeLabel: needs }}</span>
            <span class="small">
              @if (reason) {
                {{ reason | codeLabel: gaps }}
              } @else {
                {{ need.severity | codeLabel: severities }}
                @if (need.restricted) {
                  · <span i18n="@@referrals.restricted">Restricted: a coordinator agrees to it</span>
                }
              }
            </span>
          </label>
        }
      }
      @if (ofDocuments(); as item) {
        <p class="group-head">{{ 'DOCUMENTS' | codeLabel: names }}</p>
        @for (paper of choices().documents; track paper.id) {
          @let reason = paper.why ?? whyNot(item) ?? (paper.health ? whyNotHealth() : null);
          <label class="pick" [class.never]="reason">
            <input
              class="tick"
              type="checkbox"
              [checked]="picked().documentIds.includes(paper.id)"
              [disabled]="reason !== null"
              (change)="toggle('documentIds', paper.id)"
            />
            <span dir="auto">{{ paper.title }}</span>
            <span class="small">
              @if (reason) {
                {{ reason | codeLabel: gaps }}
              } @else {
                {{ paper.type | codeLabel: papers }}
                @if (paper.restricted) {
                  · <span i18n="@@referrals.restricted">Restricted: a coordinator agrees to it</span>
                }
              }
            </span>
          </label>
        }
      }
      <p class="group-head" i18n="@@referrals.never">Cannot be sent</p>
      <div class="pick never">
        <app-icon name="never" /><span i18n="@@referrals.neverNotes">Private notes, other names, background</span
        ><span class="small" i18n="@@referrals.neverWhy">They never leave this house</span>
      </div>
    </div>
  `,
  styles: '.list { padding-block-end: var(--s2) }',
  host: { class: 'panel picks' },
})
export class ItemPicks {
  readonly choices = input.required<ReferralChoicesView>();
  readonly items = input.required<readonly ItemChoiceView[]>();
  /** Whether the person is asked anew: then nothing waits for an older word of theirs. */
  readonly asks = input.required<boolean>();
  readonly picked = model.required<Picked>();

  protected readonly names = referralItem;
  protected readonly gaps = referralGap;
  protected readonly needs = needCode;
  protected readonly severities = needSeverity;
  protected readonly papers = documentType;
  protected readonly whole = computed(() => this.items().filter(({ item }) => !ONE_BY_ONE.includes(item)));

  /** What is told piece by piece, where there is anything of it. */
  protected readonly ofNeeds = computed(() =>
    this.items().filter((item) => ['NEEDS', 'HEALTH'].includes(item.item) && this.needsUnder(item).length > 0),
  );
  protected readonly ofDocuments = computed(() => (this.choices().documents.length ? this.item('DOCUMENTS') : null));
  protected readonly whyNotHealth = computed(() => {
    const item = this.item('HEALTH');
    return item && this.whyNot(item);
  });

  protected needsUnder({ item }: ItemChoiceView) {
    return this.choices().needs.filter(({ health }) => health === (item === 'HEALTH'));
  }

  protected whyNot({ item, why, covered }: ItemChoiceView): string | null {
    if (item === 'NAME' && this.asks()) return null;
    return why ?? (covered || this.asks() ? null : 'NOT_CONSENTED');
  }

  private item(code: string): ItemChoiceView | null {
    return this.items().find(({ item }) => item === code) ?? null;
  }

  protected toggle(list: keyof Picked, id: string): void {
    const now = this.picked();
    const others = now[list].filter((each) => each !== id);
    this.picked.set({ ...now, [list]: others.length < now[list].length ? others : [...others, id] });
  }
}

export const NOTHING_PICKED: Picked = { items: [], needIds: [], documentIds: [] };

/** The items that are told by what is ticked; the name is never one of them: it follows by itself. */
export function itemsIn(
  { items, needIds, documentIds }: Picked,
  { needs, documents }: Pick<ReferralChoicesView, 'needs' | 'documents'>,
): string[] {
  const [ticked, papers] = [needs.filter(({ id }) => needIds.includes(id)), documents.filter(({ id }) => documentIds.includes(id))];
  return [
    ...items.filter((each) => each !== 'NAME' && !ONE_BY_ONE.includes(each)),
    ...(ticked.some(({ health }) => !health) ? ['NEEDS'] : []),
    ...([...ticked, ...papers].some(({ health }) => health) ? ['HEALTH'] : []),
    ...(papers.length ? ['DOCUMENTS'] : []),
  ];
}

/** What stands ticked before anybody presses. */
export const usuallyPicked = (items: readonly ItemChoiceView[], asks: boolean): Picked => ({
  items: items.filter(({ usual, covered, why }) => usual && why === null && (covered || asks)).map(({ item }) => item),
  needIds: [],
  documentIds: [],
});

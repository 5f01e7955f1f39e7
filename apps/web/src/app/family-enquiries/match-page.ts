import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FamilyMatchView } from '@panah/contracts/family-enquiries.contract';
import { kinRelation, matchLikeness, matchReason } from '@panah/domain/vocabulary/family';
import { Dialogs } from '../platform/dialog/dialogs';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { listedNames } from '../platform/text/listed';
import { NumberText } from '../platform/text/number-text';
import { StateMark } from '../platform/text/state-mark';
import { EnquiriesApi, matchPath } from './enquiries.api';
import { MATCH_STATES } from './match-states';

/** One proposal: what agrees, what speaks against it, and whose word is still needed. */
@Component({
  selector: 'app-match-page',
  imports: [CodeLabel, Icon, NumberText, ProblemNotice, RouterLink, StateMark],
  templateUrl: './match-page.html',
  styles: `
    .two {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
      gap: var(--s4);
    }
    li {
      display: flex;
      gap: var(--s2);
      align-items: baseline;
    }
  `,
})
export class MatchPage {
  readonly matchId = input.required<string>();

  private readonly api = inject(EnquiriesApi);
  private readonly dialogs = inject(Dialogs);
  protected readonly loaded = httpResource<FamilyMatchView>(() => matchPath(this.matchId()));
  protected readonly view = linkedSignal<FamilyMatchView | null>(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  protected readonly refused = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly marks = MATCH_STATES;
  protected readonly likeness = matchLikeness;
  protected readonly relations = kinRelation;
  protected readonly reasons = matchReason;
  protected readonly names = listedNames;
  protected readonly agrees = computed(() => this.view()?.reasons.filter((reason) => !isAgainst(reason)) ?? []);
  protected readonly speaksAgainst = computed(() => this.view()?.reasons.filter(isAgainst) ?? []);

  protected async confirm(match: FamilyMatchView): Promise<void> {
    const yes = $localize`:@@familyEnquiries.confirm:Confirm that it is them`;
    const title = $localize`:@@familyEnquiries.confirmTitle:Are these the same person?`;
    const text = $localize`:@@familyEnquiries.confirmText:Two people say so, each for themself. With the second word it is a tracing step on the link; nobody is told anything.`;
    if (await this.dialogs.confirm({ title, text, yes })) await this.decide(match, 'confirmation');
  }

  protected async refuse(match: FamilyMatchView): Promise<void> {
    const yes = $localize`:@@familyEnquiries.refuse:Not the same person`;
    const title = $localize`:@@familyEnquiries.refuseTitle:Refuse this proposal?`;
    const text = $localize`:@@familyEnquiries.refuseText:One person’s word is enough. It is not proposed again.`;
    if (await this.dialogs.confirm({ title, text, yes, danger: true })) await this.decide(match, 'refusal');
  }

  private async decide(match: FamilyMatchView, noun: 'confirmation' | 'refusal'): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refused.set(null);
    try {
      this.view.set(await this.api.decideMatch(match, noun));
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}

const isAgainst = (reason: string): boolean => reason.startsWith('OTHER_');

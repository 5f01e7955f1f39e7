import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output } from '@angular/core';
import type { ClaimsView } from '@panah/contracts/asylum.contract';
import { journeyStep } from '@panah/domain/vocabulary/journey';
import type { FormQuestion } from '../platform/form/form-question';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { SessionStore } from '../platform/session/session-store';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { AsylumApi, claimsOf } from './asylum.api';
import { ASYLUM_PROBLEMS } from './asylum.texts';
import { ClaimCard } from './claim-card';
import { newClaim } from './claim-forms';
import { newPermit } from './permit-acts';
import { newRepresentation } from './representation-acts';
import { PermitPanel } from './permit-panel';
import { RepresentationPanel } from './representation-panel';

/** Refuge on one file: claims with their deadlines and decisions, permits, representatives. */
@Component({
  selector: 'app-refuge',
  imports: [ClaimCard, CodeLabel, Icon, PermitPanel, ProblemNotice, RepresentationPanel],
  template: `
    @if (refuge.hasValue()) {
      @let it = refuge.value();
      <div class="bar">
        <h2 class="hide">{{ 'REFUGE' | codeLabel: names }}</h2>
        @if (it.actions.includes('open')) {
          <button type="button" class="btn" [class.primary]="!it.claims.length" (click)="open(it)">
            <app-icon name="plus" /><span i18n="@@asylum.newClaim">New claim</span>
          </button>
        }
      </div>
      @for (claim of it.claims; track claim.id) {
        <app-claim-card [claim]="claim" [isFirst]="$first" (act)="take($event)" />
      } @empty {
        <section class="panel empty">
          <h3 i18n="@@asylum.noClaim">No claim yet</h3>
          <p i18n="@@asylum.noClaimText">When the person wants to ask for protection, a claim begins with preparation.</p>
        </section>
      }
      <app-permit-panel [permits]="it.permits" [mayAdd]="it.actions.includes('add-permit')" (add)="take(permit(it))" (act)="take($event)" />
      <app-representation-panel
        [representations]="it.representations"
        [mayAdd]="it.actions.includes('add-representation')"
        (add)="take(representation(it))"
        (act)="take($event)"
      />
    } @else if (refuge.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="refuge.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
  styles: '.bar { display: flex; justify-content: flex-end }',
  host: { class: 'stack roomy' },
})
export class Refuge {
  readonly caseId = input.required<string>();
  /** Something on the file has changed: its header may say more. */
  readonly moved = output();

  private readonly api = inject(AsylumApi);
  private readonly questions = inject(Questions);
  private readonly snack = inject(Snack);
  private readonly session = inject(SessionStore);
  private readonly demo = computed(() => this.session.demo());
  protected readonly names = journeyStep;
  protected readonly refuge = httpResource<ClaimsView>(() => claimsOf(this.caseId()));

  constructor() {
    inject(ProblemTexts).add(ASYLUM_PROBLEMS);
  }

  protected permit = ({ id }: ClaimsView): FormQuestion => newPermit(this.api, id, this.demo());
  protected representation = ({ id }: ClaimsView): FormQuestion => newRepresentation(this.api, id);

  protected open(view: ClaimsView): Promise<void> {
    return this.take(newClaim(this.api, view, this.demo()));
  }

  protected async take(act: FormQuestion): Promise<void> {
    if (!(await this.questions.ask(act))) return;
    this.snack.say($localize`:@@asylum.saved:Saved.`);
    this.refuge.reload();
    this.moved.emit();
  }
}

import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import type { FamilyApprovalsView, FamilyApprovalView, FamilyRenewalView } from '@panah/contracts/family-links.contract';
import { kinRelation, linkSide, relatedPersonContext, verificationLevel } from '@panah/domain/vocabulary/family';
import { DateDisplay } from '../platform/dates/date-display';
import type { FormQuestion } from '../platform/form/form-question';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { State } from '../platform/text/state';
import { StateMark } from '../platform/text/state-mark';
import { RISK_LEVELS } from '../risk/risk-level.part';
import { allowedWords } from './allowed-words';
import { askedFor, decisionsOf, type OfferedDecision, renewalQuestion } from './approval-acts';
import { APPROVALS, FamilyApi } from './family.api';
import { LINK_STATES } from './family-states';

/** What a coordinator decides of family links: the risks of both sides, what each allows, and no name. */
@Component({
  selector: 'app-family-approvals',
  imports: [CodeLabel, DateDisplay, Icon, ProblemNotice, State, StateMark],
  templateUrl: './approvals-page.html',
  styles: `
    .two {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: var(--s4) var(--s5);
    }
    .two h3 {
      margin-block-end: var(--s1);
    }
    .two .below {
      margin-block-start: var(--s3);
    }
    .two dl {
      margin-block-start: var(--s2);
    }
    @media (max-width: 760px) {
      .two {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class FamilyApprovalsPage {
  private readonly api = inject(FamilyApi);
  private readonly questions = inject(Questions);
  private readonly snack = inject(Snack);
  protected readonly list = httpResource<FamilyApprovalsView>(() => APPROVALS);
  protected readonly relations = kinRelation;
  protected readonly sides = linkSide;
  protected readonly contexts = relatedPersonContext;
  protected readonly levels = verificationLevel;
  protected readonly risks = RISK_LEVELS;
  protected readonly states = LINK_STATES;
  protected readonly words = allowedWords;
  protected readonly askedFor = askedFor;
  protected readonly decisionsOf = decisionsOf;

  protected decide(item: FamilyApprovalView, { question }: OfferedDecision): Promise<void> {
    return this.ask(question(this.api, item));
  }

  protected letGoOn(item: FamilyRenewalView): Promise<void> {
    return this.ask(renewalQuestion(this.api, item));
  }

  private async ask(question: FormQuestion<true>): Promise<void> {
    if (!(await this.questions.ask(question))) return;
    this.snack.say($localize`:@@family.decided:Decided.`);
    this.list.reload();
  }
}

import { httpResource } from '@angular/common/http';
import { Component, inject, input, output, signal } from '@angular/core';
import type { RecipientView } from '@panah/contracts/consent-scope.contract';
import type { LegalBasesView, LegalBasisView } from '@panah/contracts/disclosures.contract';
import {
  approvalHow,
  consentPurpose,
  consentScope,
  disclosureBasis,
  informPerson,
  legalBasisState,
} from '@panah/domain/vocabulary/consents';
import { DateDisplay } from '../platform/dates/date-display';
import { Dialogs } from '../platform/dialog/dialogs';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { SessionStore } from '../platform/session/session-store';
import { CodeLabel } from '../platform/text/code-label';
import { type BasisStep, ConsentsApi, ofCase } from './consents.api';
import { OBJECTION, verbalQuestion } from './doubt-questions';
import { LegalBasisDialog, type LegalBasisDialogData } from './legal-basis-dialog';

/** What two people agreed to tell without consent: a record of its own, narrow and short (R-CO-08). */
@Component({
  selector: 'app-legal-bases',
  imports: [CodeLabel, DateDisplay, Icon, ProblemNotice],
  templateUrl: './legal-bases.html',
  styles: ':host:empty { display: none }',
})
export class LegalBases {
  readonly caseId = input.required<string>();
  readonly recipients = input.required<readonly RecipientView[]>();
  readonly changed = output();

  private readonly consents = inject(ConsentsApi);
  private readonly dialogs = inject(Dialogs);
  private readonly questions = inject(Questions);
  private readonly session = inject(SessionStore);
  protected readonly states = legalBasisState;
  protected readonly kinds = disclosureBasis;
  protected readonly purposes = consentPurpose;
  protected readonly scopes = consentScope;
  protected readonly hows = approvalHow;
  protected readonly informs = informPerson;
  protected readonly refused = signal<Problem | null>(null);
  protected readonly bases = httpResource<LegalBasesView>(() =>
    this.session.may('legal-basis:read') ? ofCase(this.caseId(), 'legal-bases') : undefined,
  );

  protected async ask(): Promise<void> {
    const data = { caseId: this.caseId(), recipients: this.recipients() };
    if (await this.dialogs.open<LegalBasisView, LegalBasisDialogData>(LegalBasisDialog, data)) this.bases.reload();
  }

  protected async spoken({ id }: LegalBasisView): Promise<void> {
    const seconds = this.bases.hasValue() ? this.bases.value().seconds : [];
    if (await this.questions.ask(verbalQuestion(this.consents, id, seconds))) this.moved();
  }

  /** Nothing rests on it any more once it is said, so it is asked twice. */
  protected async object(basis: LegalBasisView): Promise<void> {
    if (await this.dialogs.confirm(OBJECTION)) await this.move(basis, 'objection');
  }

  protected async move({ id }: LegalBasisView, step: BasisStep): Promise<void> {
    this.refused.set(null);
    try {
      await this.consents.moveBasis(id, step);
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
    this.moved();
  }

  private moved(): void {
    this.bases.reload();
    this.changed.emit();
  }
}

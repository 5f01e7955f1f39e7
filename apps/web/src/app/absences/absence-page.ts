import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import type { AbsenceListView, AbsenceView } from '@panah/contracts/absences.contract';
import { DateDisplay } from '../platform/dates/date-display';
import { Questions } from '../platform/form/questions';
import { Api } from '../platform/http/api';
import { Icon } from '../platform/icon/icon';
import { problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { SessionStore } from '../platform/session/session-store';
import { Snack } from '../platform/shell/snack';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { absenceQuestion, deputyQuestion } from './absence-questions';

/** Who is away, and who stands in for them. */
@Component({
  selector: 'app-absence-page',
  imports: [DateDisplay, Icon, NumberText, ProblemNotice, State],
  templateUrl: './absence-page.html',
})
export class AbsencePage {
  private readonly api = inject(Api);
  private readonly questions = inject(Questions);
  private readonly mayName = inject(SessionStore).may('absence:name-deputy');
  private readonly snack = inject(Snack);
  private readonly texts = inject(ProblemTexts);
  protected readonly absences = httpResource<AbsenceListView>(() => '/api/absences');

  protected async record(): Promise<void> {
    if (!this.absences.hasValue()) return;
    const { officeId, colleagues } = this.absences.value();
    if (await this.questions.ask(absenceQuestion(this.api, officeId, this.mayName ? colleagues : []))) this.absences.reload();
  }

  protected async nameDeputy({ id, person }: AbsenceView): Promise<void> {
    if (!this.absences.hasValue()) return;
    const colleagues = this.absences.value().colleagues.filter((each) => each.id !== person.id);
    const named = await this.questions.ask(deputyQuestion(this.api, id, colleagues));
    if (!named) return;
    this.snack.say($localize`:@@absences.saidNamed:Named. Files open once both questions are answered.`);
    this.absences.reload();
  }

  protected async end({ id }: AbsenceView): Promise<void> {
    try {
      await this.api.post(`/api/absences/${id}/end`, {});
      this.absences.reload();
    } catch (thrown) {
      this.snack.say(this.texts.say(problemOf(thrown)));
    }
  }
}

import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { TeamMemberView, TeamView } from '@panah/contracts/case-team.contract';
import { clientAnswer, memberAnswer, recordClass, teamEndReason, teamReason, teamRole } from '@panah/domain/vocabulary/case-team';
import { DateDisplay } from '../platform/dates/date-display';
import { Dialogs } from '../platform/dialog/dialogs';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { SpecialistRequests } from '../specialists/specialist-requests.part';
import { Allocation } from './allocation';
import { Blocks } from './blocks';
import { casePath, CasesApi } from './cases.api';
import { clientAnswerQuestion } from './client-answer';
import { OpenFile } from './open-file';
import { TeamProposalDialog } from './team-proposal-dialog';

/** Who works on this case, who was asked, who no longer does. */
@Component({
  selector: 'app-file-team',
  imports: [Allocation, Blocks, CodeLabel, DateDisplay, Icon, NumberText, ProblemNotice, SpecialistRequests, State],
  templateUrl: './file-team.html',
  host: { class: 'stack roomy' },
})
export class FileTeam {
  private readonly cases = inject(CasesApi);
  private readonly dialogs = inject(Dialogs);
  private readonly questions = inject(Questions);
  private readonly snack = inject(Snack);
  private readonly router = inject(Router);
  protected readonly open = inject(OpenFile);

  protected readonly roles = teamRole;
  protected readonly reasons = teamReason;
  protected readonly endReasons = teamEndReason;
  protected readonly memberAnswers = memberAnswer;
  protected readonly clientAnswers = clientAnswer;
  protected readonly classes = recordClass;
  protected readonly refused = signal<Problem | null>(null);
  protected readonly team = httpResource<TeamView>(() => {
    const file = this.open.case(); // another primary worker: read again
    return file ? `${casePath(file.id)}/team` : undefined;
  });
  protected readonly groups = computed(() => {
    const members = this.team.hasValue() ? this.team.value().members : [];
    const of = (state: string) => members.filter((member) => member.state === state);
    return { members: of('MEMBER'), asked: of('ASKED'), ended: of('ENDED') };
  });

  protected async propose(): Promise<void> {
    const team = await this.dialogs.open<TeamView, string>(TeamProposalDialog, this.open.id());
    if (team) this.shown(team, $localize`:@@cases.saidAsked:Asked. Nothing opens before both have answered.`);
  }

  protected async clientAnswered(member: TeamMemberView): Promise<void> {
    const team = await this.questions.ask(clientAnswerQuestion(this.cases, this.open.id(), member));
    if (team) this.shown(team, $localize`:@@cases.saidRecorded:Recorded.`);
  }

  protected async renew({ id }: TeamMemberView): Promise<void> {
    await this.attempt(() => this.cases.renew(this.open.id(), id), $localize`:@@cases.saidRenewed:Renewed for 90 days.`);
  }

  protected async end({ id, state }: TeamMemberView): Promise<void> {
    const sure = await this.dialogs.confirm({
      title:
        state === 'ASKED'
          ? $localize`:@@cases.withdrawTitle:Withdraw the question?`
          : $localize`:@@cases.endTitle:End this place on the team?`,
      text: $localize`:@@cases.endText:What the place opens is closed with their next request.`,
      yes: $localize`:@@cases.endYes:End`,
      danger: true,
    });
    if (sure) await this.attempt(() => this.cases.end(this.open.id(), id), $localize`:@@cases.saidEnded:Ended.`);
  }

  protected async leave({ id }: TeamMemberView): Promise<void> {
    const sure = await this.dialogs.confirm({
      title: $localize`:@@cases.leaveTitle:Leave this team?`,
      text: $localize`:@@cases.leaveText:This file is closed to you at once. To come back you are asked anew.`,
      yes: $localize`:@@cases.leave:Leave`,
      danger: true,
    });
    if (!sure) return;
    try {
      await this.cases.leave(this.open.id(), id);
      await this.router.navigate(['/cases']);
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }

  protected again(): void {
    this.refused.set(null);
    this.team.reload();
  }

  private async attempt(act: () => Promise<TeamView>, said: string): Promise<void> {
    this.refused.set(null);
    try {
      this.shown(await act(), said);
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }

  private shown(team: TeamView, said: string): void {
    this.team.set(team);
    this.snack.say(said);
  }
}

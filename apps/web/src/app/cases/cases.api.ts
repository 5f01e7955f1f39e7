import { inject, Injectable } from '@angular/core';
import type {
  BlockInput,
  BlocksView,
  ClientAnswerInput,
  MemberAnswerInput,
  TeamCandidatesView,
  TeamProposalInput,
  TeamQuestionView,
  TeamView,
} from '@panah/contracts/case-team.contract';
import type { AllocationInput, CaseInput, CaseLineView, CaseListView, CaseView } from '@panah/contracts/cases.contract';
import type { NoteListView, NoteView } from '@panah/contracts/notes.contract';
import type { CaseAction } from '@panah/domain/cases/case.process';
import { Api, type Intent } from '../platform/http/api';
import type { ListPage, ListQuestion } from '../platform/list/list-page';

const CASES = '/api/cases';

/** A step is a noun that is posted. */
const NOUN_OF: Readonly<Record<CaseAction, string>> = {
  complete_assessment: 'assessment-completion',
  submit_plan: 'plan-submission',
  approve_plan: 'plan-approval',
  return_plan: 'plan-return',
  revise_plan: 'plan-revision',
  hold: 'hold',
  resume: 'resumption',
  request_closure: 'closure-request',
  approve_closure: 'closure',
  reject_closure: 'closure-rejection',
  reject_closure_early: 'early-closure-rejection',
  reopen: 'reopening',
};

export const casePath = (id: string) => `${CASES}/${id}`;
export const QUESTIONS = '/api/team-questions';

/** What the pages of this room ask of the server. */
@Injectable({ providedIn: 'root' })
export class CasesApi {
  private readonly api = inject(Api);

  list(question: ListQuestion): Promise<ListPage<CaseLineView>> {
    return this.api.list<CaseListView>(CASES, question);
  }

  read(id: string): Promise<CaseView> {
    return this.api.read(casePath(id));
  }

  edit(id: string, input: CaseInput, version: number): Promise<CaseView> {
    return this.api.replace(casePath(id), input, version);
  }

  step(id: string, action: CaseAction, input: object, intent: Intent): Promise<CaseView> {
    return this.api.post(`${casePath(id)}/${NOUN_OF[action]}`, input, intent);
  }

  allocate(id: string, input: AllocationInput, intent: Intent): Promise<CaseView> {
    return this.api.post(`${casePath(id)}/allocation`, input, intent);
  }

  /** Signed notes that a step may rest on, newest first. */
  async grounds(id: string): Promise<readonly NoteView[]> {
    const pages = await Promise.all(
      ['ASSESSMENT', 'DECISION'].map((type) => this.api.read<NoteListView>(`${casePath(id)}/notes?type=${type}&limit=20`)),
    );
    return pages
      .flatMap(({ items }) => items)
      .filter(({ state }) => state === 'FINAL')
      .sort((a, b) => b.happenedAt.localeCompare(a.happenedAt));
  }

  team(id: string): Promise<TeamView> {
    return this.api.read(`${casePath(id)}/team`);
  }

  propose(id: string, input: TeamProposalInput, intent: Intent): Promise<TeamView> {
    return this.api.post(`${casePath(id)}/team`, input, intent);
  }

  recordClientAnswer(id: string, member: string, input: ClientAnswerInput, intent: Intent): Promise<TeamView> {
    return this.api.post(`${casePath(id)}/team/${member}/client-answer`, input, intent);
  }

  renew(id: string, member: string): Promise<TeamView> {
    return this.api.post(`${casePath(id)}/team/${member}/renewal`, {});
  }

  end(id: string, member: string): Promise<TeamView> {
    return this.api.post(`${casePath(id)}/team/${member}/end`, {});
  }

  leave(id: string, member: string): Promise<void> {
    return this.api.post(`${casePath(id)}/team/${member}/departure`, {});
  }

  answer(id: string, input: MemberAnswerInput, intent: Intent): Promise<TeamQuestionView> {
    return this.api.post(`${QUESTIONS}/${id}/answer`, input, intent);
  }

  /** To whom the file can be closed. */
  async blockable(id: string): Promise<TeamCandidatesView['items']> {
    return (await this.api.read<TeamCandidatesView>(`${casePath(id)}/blocks/candidates`)).items;
  }

  async block(id: string, input: BlockInput, intent: Intent): Promise<true> {
    await this.api.post(`${casePath(id)}/blocks`, input, intent);
    return true;
  }

  lift(id: string, block: string): Promise<BlocksView> {
    return this.api.post(`${casePath(id)}/blocks/${block}/lift`, {});
  }
}

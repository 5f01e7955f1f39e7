import { inject, Injectable } from '@angular/core';
import type { TeamAnswersView, TieAnswerInput, AdmissionInput } from '@panah/contracts/intake-allocation.contract';
import type { DeclineInput, EnquiryInput, EnquiryLineView, EnquiryListView, EnquiryView } from '@panah/contracts/intake.contract';
import type { IntakeView } from '@panah/contracts/intake-steps.contract';
import { Api, type Intent } from '../platform/http/api';
import type { ListPage, ListQuestion } from '../platform/list/list-page';

const ENQUIRIES = '/api/enquiries';

export const enquiryPath = (id: string) => `${ENQUIRIES}/${id}`;

/** What the pages of this room ask of the server. */
@Injectable({ providedIn: 'root' })
export class EnquiriesApi {
  private readonly api = inject(Api);

  /** What is typed may be a name: it goes into a body. */
  list(question: ListQuestion): Promise<ListPage<EnquiryLineView>> {
    const { text, sort, direction, facets, cursor, limit } = question;
    if (!text) return this.api.list<EnquiryListView>(ENQUIRIES, question);
    return this.api.search<EnquiryListView>(`${ENQUIRIES}/search`, {
      text,
      ...facets,
      ...(sort && { sort, direction }),
      ...(cursor && { cursor }),
      limit,
    });
  }

  read(id: string): Promise<EnquiryView> {
    return this.api.read(enquiryPath(id));
  }

  receive(input: EnquiryInput, intent: Intent): Promise<EnquiryView> {
    return this.api.post(ENQUIRIES, input, intent);
  }

  edit(id: string, input: EnquiryInput, version: number): Promise<EnquiryView> {
    return this.api.replace(enquiryPath(id), input, version);
  }

  respond(id: string): Promise<EnquiryView> {
    return this.api.post(`${enquiryPath(id)}/first-response`, {});
  }

  declareTie(id: string, kind: string): Promise<unknown> {
    return this.api.post(`${enquiryPath(id)}/tie`, { kind });
  }

  startIntake(id: string): Promise<EnquiryView> {
    return this.api.post(`${enquiryPath(id)}/intake`, { noTie: true });
  }

  decline(id: string, input: DeclineInput, intent: Intent): Promise<EnquiryView> {
    return this.api.post(`${enquiryPath(id)}/decline`, input, intent);
  }

  readIntake(id: string): Promise<IntakeView> {
    return this.api.read(`${enquiryPath(id)}/intake`);
  }

  saveStep(id: string, noun: string, content: object, version: number): Promise<IntakeView> {
    return this.api.replace(`${enquiryPath(id)}/intake/${noun}`, content, version);
  }

  propose(id: string): Promise<EnquiryView> {
    return this.api.post(`${enquiryPath(id)}/proposal`, {});
  }

  ask(id: string, staffId: string): Promise<TeamAnswersView> {
    return this.api.post(`${enquiryPath(id)}/allocation-questions`, { staffId });
  }

  clientAnswered(id: string, staffId: string, answer: 'NO_OBJECTION' | 'OBJECTION'): Promise<TeamAnswersView> {
    return this.api.post(`${enquiryPath(id)}/allocation-questions/${staffId}/client-answer`, { answer });
  }

  admit(id: string, input: AdmissionInput, intent: Intent): Promise<EnquiryView> {
    return this.api.post(`${enquiryPath(id)}/admission`, input, intent);
  }

  answer(questionId: string, input: TieAnswerInput): Promise<unknown> {
    return this.api.post(`/api/allocation-questions/${questionId}/answer`, input);
  }

  settle(lineId: string): Promise<unknown> {
    return this.api.post(`/api/duplicate-lines/${lineId}/settlement`, {});
  }
}

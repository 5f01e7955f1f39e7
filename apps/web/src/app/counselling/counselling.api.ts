import { inject, Injectable } from '@angular/core';
import type { ClinicalNoteInput, ClinicalNoteView, PrivateNoteInput, PrivateNoteView } from '@panah/contracts/counselling-notes.contract';
import type { CounsellingDeskView, CounsellorCandidatesView } from '@panah/contracts/counselling-desk.contract';
import type { HandingOnInput, HandingOnView } from '@panah/contracts/handing-on.contract';
import type { CounsellingEpisodeView } from '@panah/contracts/counselling.contract';
import type { InstrumentLicencesView, ScreeningInput, ScreeningView } from '@panah/contracts/screening.contract';
import { Api, type Intent } from '../platform/http/api';

export const DESK = '/api/counselling';
export const INSTRUMENTS = '/api/instruments';
export const episodePath = (id: string): string => `${DESK}/${id}`;
export const ofCase = (caseId: string): string => `/api/cases/${caseId}/counselling`;
export const notesOf = (id: string): string => `${episodePath(id)}/notes`;
export const privateNotesOf = (id: string): string => `${episodePath(id)}/private-notes`;
export const handingOnOf = (id: string): string => `${episodePath(id)}/handing-on`;
export const screeningsOf = (id: string): string => `${episodePath(id)}/screenings`;

/** A step is a noun that is posted. */
export const NOUN_OF: Readonly<Record<string, string>> = {
  triage: 'triage',
  waitlist: 'waiting',
  allocate: 'allocation',
  hand_over: 'handover',
  decline: 'decline',
  begin: 'beginning',
  refer_on: 'onward-referral',
  pause: 'pause',
  resume: 'resumption',
  plan_ending: 'planned-ending',
  end_unplanned: 'unplanned-end',
  continue: 'continuation',
  end: 'end',
  contact: 'contacts',
  session: 'sessions',
};

/** What this room asks of the server. */
@Injectable({ providedIn: 'root' })
export class CounsellingApi {
  private readonly api = inject(Api);

  episode(id: string): Promise<CounsellingEpisodeView> {
    return this.api.read(episodePath(id));
  }

  request(caseId: string, input: object, intent: Intent): Promise<CounsellingEpisodeView> {
    return this.api.post(ofCase(caseId), input, intent);
  }

  step(id: string, action: string, input: object, intent?: Intent): Promise<CounsellingEpisodeView> {
    return this.api.post(`${episodePath(id)}/${NOUN_OF[action] ?? action}`, input, intent);
  }

  edit(id: string, input: object, version: number): Promise<CounsellingEpisodeView> {
    return this.api.replace(episodePath(id), input, version);
  }

  share(id: string, text: string, version: number): Promise<CounsellingEpisodeView> {
    return this.api.replace(`${episodePath(id)}/shared-summary`, { text }, version);
  }

  recordSession(id: string, input: object, version: number): Promise<CounsellingEpisodeView> {
    return this.api.replace(`/api/counselling-sessions/${id}`, input, version);
  }

  candidates(id: string): Promise<CounsellorCandidatesView> {
    return this.api.read(`${episodePath(id)}/candidates`);
  }

  draftNote(id: string, input: ClinicalNoteInput, intent?: Intent): Promise<ClinicalNoteView> {
    return this.api.post(notesOf(id), input, intent);
  }

  keepNote(id: string, input: ClinicalNoteInput, version: number): Promise<ClinicalNoteView> {
    return this.api.replace(`/api/clinical-notes/${id}`, input, version);
  }

  signNote(id: string, input: ClinicalNoteInput, version: number): Promise<ClinicalNoteView> {
    return this.api.step(`/api/clinical-notes/${id}/signature`, input, version);
  }

  discardNote(id: string, version: number): Promise<unknown> {
    return this.api.remove(`/api/clinical-notes/${id}`, version);
  }

  draftPrivate(id: string, input: PrivateNoteInput, intent?: Intent): Promise<PrivateNoteView> {
    return this.api.post(privateNotesOf(id), input, intent);
  }

  keepPrivate(id: string, input: PrivateNoteInput, version: number): Promise<PrivateNoteView> {
    return this.api.replace(`/api/private-notes/${id}`, input, version);
  }

  signPrivate(id: string, input: PrivateNoteInput, version: number): Promise<PrivateNoteView> {
    return this.api.step(`/api/private-notes/${id}/signature`, input, version);
  }

  discardPrivate(id: string): Promise<void> {
    return this.api.post(`/api/private-notes/${id}/discard`, {});
  }

  handOn(id: string, input: HandingOnInput, intent: Intent): Promise<HandingOnView> {
    return this.api.post(handingOnOf(id), input, intent);
  }

  takeBack(id: string): Promise<HandingOnView> {
    return this.api.post(`${handingOnOf(id)}/end`, {});
  }

  screen(id: string, input: ScreeningInput, intent: Intent): Promise<ScreeningView> {
    return this.api.post(screeningsOf(id), input, intent);
  }

  license(input: object, intent: Intent): Promise<InstrumentLicencesView> {
    return this.api.post(INSTRUMENTS, input, intent);
  }

  supervise(input: object, intent: Intent): Promise<CounsellingDeskView> {
    return this.api.post('/api/counselling-supervision', input, intent);
  }
}

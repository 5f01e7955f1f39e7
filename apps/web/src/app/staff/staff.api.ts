import { inject, Injectable } from '@angular/core';
import type {
  ActivatedView,
  AccountView,
  Activation,
  ActivationView,
  FirstAccount,
  FirstAccountView,
  PasswordInput,
  RecoveryCodesView,
  TieAnswer,
} from '@panah/contracts/account.contract';
import type { OwnSessionsView } from '@panah/contracts/session.contract';
import type {
  OfficeInput,
  OfficeListView,
  OfficeView,
  RoleInput,
  StaffInvitation,
  StaffLineView,
  StaffListView,
  StaffView,
} from '@panah/contracts/staff.contract';
import { Api, type Intent } from '../platform/http/api';
import type { ListPage, ListQuestion } from '../platform/list/list-page';

export const staffPath = (id: string): string => `/api/staff/${id}`;
export const officePath = (id: string): string => `/api/offices/${id}`;

/** A step is a noun that is posted. */
const NOUN_OF: Readonly<Record<string, string>> = { suspend: 'suspension', reinstate: 'reinstatement', reset: 'reset', end: 'end' };

/** What the pages of this room ask of the server. */
@Injectable({ providedIn: 'root' })
export class StaffApi {
  private readonly api = inject(Api);

  list(question: ListQuestion): Promise<ListPage<StaffLineView>> {
    return this.api.list<StaffListView>('/api/staff', question);
  }

  invite(input: StaffInvitation, intent: Intent): Promise<StaffView> {
    return this.api.post('/api/staff', input, intent);
  }

  newCode(id: string): Promise<StaffView> {
    return this.api.post(`${staffPath(id)}/invitation`, {});
  }

  step(id: string, action: string, reason: string, intent: Intent): Promise<StaffView> {
    return this.api.post(`${staffPath(id)}/${NOUN_OF[action]}`, { reason }, intent);
  }

  confirm(id: string, digits: string, intent: Intent): Promise<StaffView> {
    return this.api.post(`${staffPath(id)}/confirmation`, { digits }, intent);
  }

  decideTie(id: string, decision: string, reason: string, intent: Intent): Promise<StaffView> {
    return this.api.post(`${staffPath(id)}/tie-decision`, { decision, reason }, intent);
  }

  grantRole(id: string, input: RoleInput, intent: Intent): Promise<StaffView> {
    return this.api.post(`${staffPath(id)}/roles`, input, intent);
  }

  endRole(id: string, roleId: string): Promise<StaffView> {
    return this.api.post(`${staffPath(id)}/roles/${roleId}/end`, {});
  }

  setDuties(id: string, roleId: string, duties: readonly string[]): Promise<StaffView> {
    return this.api.post(`${staffPath(id)}/roles/${roleId}/duties`, { duties });
  }

  offices(): Promise<OfficeListView> {
    return this.api.read('/api/offices');
  }

  office(id: string): Promise<OfficeView> {
    return this.api.read(officePath(id));
  }

  createOffice(input: OfficeInput, intent: Intent): Promise<OfficeView> {
    return this.api.post('/api/offices', input, intent);
  }

  editOffice(id: string, input: OfficeInput, version: number): Promise<OfficeView> {
    return this.api.replace(officePath(id), input, version);
  }

  look(code: string): Promise<ActivationView> {
    return this.api.post('/api/activation/look', { code });
  }

  activate(input: Activation): Promise<ActivatedView> {
    return this.api.post('/api/activation', input);
  }

  makeFirst(input: FirstAccount): Promise<FirstAccountView> {
    return this.api.post('/api/first-account', input);
  }

  changePassword(input: PasswordInput): Promise<AccountView> {
    return this.api.post('/api/account/password', input);
  }

  newRecoveryCodes(): Promise<RecoveryCodesView> {
    return this.api.post('/api/account/recovery-codes', {});
  }

  answerTie(input: TieAnswer): Promise<AccountView> {
    return this.api.post('/api/account/tie', input);
  }

  endSession(id: string): Promise<OwnSessionsView> {
    return this.api.post(`/api/sessions/${id}/end`, {});
  }
}

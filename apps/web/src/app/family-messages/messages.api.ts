import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  FamilyMessageInput,
  FamilyMessageLineView,
  FamilyMessageTextInput,
  FamilyMessageView,
  FamilyMessagesView,
  MessageAttachmentInput,
} from '@panah/contracts/family-messages.contract';
import { firstValueFrom } from 'rxjs';
import { Api, type Intent } from '../platform/http/api';
import { type Journey, sendFile } from '../platform/http/sent-file';
import type { ListQuestion } from '../platform/list/list-page';

const MESSAGES = '/api/family-messages';
export const messagePath = (id: string): string => `${MESSAGES}/${id}`;
export const messagesOfLink = (linkId: string): string => `/api/family-links/${linkId}/messages`;

/** What the pages of messages ask of the server. */
@Injectable({ providedIn: 'root' })
export class MessagesApi {
  private readonly api = inject(Api);
  private readonly http = inject(HttpClient);

  waiting(question: ListQuestion): Promise<FamilyMessagesView> {
    return this.api.list(MESSAGES, question);
  }

  read(id: string): Promise<FamilyMessageView> {
    return this.api.read(messagePath(id));
  }

  write(linkId: string, input: FamilyMessageInput, intent: Intent): Promise<FamilyMessageView> {
    return this.api.post(messagesOfLink(linkId), input, intent);
  }

  rewrite({ id, version }: FamilyMessageView, input: FamilyMessageTextInput): Promise<FamilyMessageView> {
    return this.api.replace(messagePath(id), input, version);
  }

  step(id: string, noun: string, input: object = {}, intent?: Intent): Promise<FamilyMessageView> {
    return this.api.post(`${messagePath(id)}/${noun}`, input, intent);
  }

  /** By a coordinator, who is shown no word of it. */
  reject(id: string, intent?: Intent): Promise<FamilyMessageLineView> {
    return this.api.post(`${messagePath(id)}/rejection`, {}, intent);
  }

  /** A picture. One that tells more than it shows is refused, or cleaned of it where that was asked for. */
  addPicture(id: string, file: File, told: MessageAttachmentInput, intent: Intent, journey: Journey): Promise<FamilyMessageView> {
    return sendFile(`${messagePath(id)}/attachments`, file, told, intent, journey);
  }

  /** The bytes of a picture, to be drawn anew. */
  picture(id: string, pictureId: string): Promise<ArrayBuffer> {
    return firstValueFrom(this.http.get(`${messagePath(id)}/attachments/${pictureId}/content`, { responseType: 'arraybuffer' }));
  }
}

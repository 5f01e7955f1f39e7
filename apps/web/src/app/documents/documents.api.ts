import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { CaseDocumentEditInput, CaseDocumentInput, CaseDocumentListView, CaseDocumentView } from '@panah/contracts/documents.contract';
import { firstValueFrom } from 'rxjs';
import { Api, type Intent } from '../platform/http/api';
import { type Journey, sendFile } from '../platform/http/sent-file';
import type { ListQuestion } from '../platform/list/list-page';

const pathOf = (id: string, rest = ''): string => `/api/documents/${encodeURIComponent(id)}${rest}`;
const ofCase = (caseId: string): string => `/api/cases/${encodeURIComponent(caseId)}/documents`;

/** The doors of the documents. */
@Injectable({ providedIn: 'root' })
export class DocumentsApi {
  private readonly api = inject(Api);
  private readonly http = inject(HttpClient);

  list(caseId: string, question: ListQuestion): Promise<CaseDocumentListView> {
    return this.api.list(ofCase(caseId), question);
  }

  edit(id: string, input: CaseDocumentEditInput, version: number): Promise<CaseDocumentView> {
    return this.api.replace(pathOf(id), input, version);
  }

  read(id: string): Promise<CaseDocumentView> {
    return this.api.read(pathOf(id));
  }

  scan(id: string): Promise<CaseDocumentView> {
    return this.api.post(pathOf(id, '/scan'), {});
  }

  /** The bytes that are drawn anew. */
  content(id: string): Promise<ArrayBuffer> {
    return firstValueFrom(this.http.get(pathOf(id, '/content'), { responseType: 'arraybuffer' }));
  }

  /** Where the browser saves a file from, once the warning was read. */
  savePath(id: string, which: 'file' | 'original'): string {
    return pathOf(id, `/${which}?warning=seen`);
  }

  /** Sends a file with what is told of it. */
  send(caseId: string, file: File, told: CaseDocumentInput, intent: Intent, journey: Journey): Promise<CaseDocumentView> {
    return sendFile(ofCase(caseId), file, told, intent, journey);
  }
}

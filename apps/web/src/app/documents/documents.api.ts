import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { CaseDocumentEditInput, CaseDocumentInput, CaseDocumentListView, CaseDocumentView } from '@panah/contracts/documents.contract';
import { firstValueFrom } from 'rxjs';
import { Api, type Intent } from '../platform/http/api';
import type { ListQuestion } from '../platform/list/list-page';
import { Problem } from '../platform/problem/problem';

const pathOf = (id: string, rest = ''): string => `/api/documents/${encodeURIComponent(id)}${rest}`;
const ofCase = (caseId: string): string => `/api/cases/${encodeURIComponent(caseId)}/documents`;

/** A file on its way: how far it is, and how it is called back. */
export interface Journey {
  onProgress: (part: number) => void;
  signal: AbortSignal;
}

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

  /** Sends a file with what is told of it. The same intent sent again happens once, also when only the answer was lost. */
  send(caseId: string, file: File, told: CaseDocumentInput, { key }: Intent, { onProgress, signal }: Journey): Promise<CaseDocumentView> {
    return new Promise((resolve, reject) => {
      const line = new XMLHttpRequest(); // the only one that says how far an upload is
      line.open('POST', ofCase(caseId));
      const headers = {
        'Content-Type': 'application/octet-stream',
        'X-Requested-With': 'office',
        'Idempotency-Key': key,
        'X-Document': inHeader(told),
      };
      for (const [name, value] of Object.entries(headers)) line.setRequestHeader(name, value);
      line.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
      line.onload = () => (line.status < 300 ? resolve(JSON.parse(line.responseText) as CaseDocumentView) : reject(refusalIn(line)));
      line.onerror = () => reject(new Problem(0, 'upload-broken'));
      line.onabort = () => reject(new Problem(-1, 'called-back'));
      signal.addEventListener('abort', () => line.abort());
      line.send(file);
    });
  }
}

function inHeader(told: object): string {
  const bytes = new TextEncoder().encode(JSON.stringify(told));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function refusalIn({ status, responseText }: XMLHttpRequest): Problem {
  try {
    const { code, requestId, facts, fields } = JSON.parse(responseText) as Partial<Problem>;
    return new Problem(status, code ?? 'unexpected', requestId ?? null, facts, fields);
  } catch {
    return new Problem(status, status === 413 ? 'too-large' : 'unexpected');
  }
}

import { Problem } from '../problem/problem';
import type { Intent } from './api';

/** A file on its way: how far it is, and how it is called back. */
export interface Journey {
  onProgress: (part: number) => void;
  signal: AbortSignal;
}

/** Sends the bytes of a file, with what is told of it beside them. The same intent sent again happens once, also when only the answer was lost. */
export function sendFile<T>(path: string, file: File, told: object, { key }: Intent, { onProgress, signal }: Journey): Promise<T> {
  return new Promise((resolve, reject) => {
    const line = new XMLHttpRequest(); // the only one that says how far an upload is
    line.open('POST', path);
    const headers = {
      'Content-Type': 'application/octet-stream',
      'X-Requested-With': 'office',
      'Idempotency-Key': key,
      'X-Document': inHeader(told),
    };
    for (const [name, value] of Object.entries(headers)) line.setRequestHeader(name, value);
    line.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    line.onload = () => (line.status < 300 ? resolve(JSON.parse(line.responseText) as T) : reject(refusalIn(line)));
    line.onerror = () => reject(new Problem(0, 'upload-broken'));
    line.onabort = () => reject(new Problem(-1, 'called-back'));
    signal.addEventListener('abort', () => line.abort());
    line.send(file);
  });
}

/** The name may tell who it is about: only its ending leaves this browser, as the server asks for no more. */
export function endingOnly(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? 'file' : `file${name.slice(dot)}`.slice(0, 255);
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

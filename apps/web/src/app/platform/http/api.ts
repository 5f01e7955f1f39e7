import { HttpClient, HttpHeaders } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ListQuestion } from '../list/list-page';

/** One intention of the user. Sent twice (a double click, a repeat after a lost answer) it still happens once. */
export class Intent {
  readonly key = crypto.randomUUID();
}

/** The calls that change something. Reading is `httpResource(() => '/api/…')` in the page itself. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);

  read<T>(path: string): Promise<T> {
    return firstValueFrom(this.http.get<T>(path));
  }

  /** Looking in the background is no use of the session: whoever goes away is locked out all the same. */
  glance<T>(path: string): Promise<T> {
    return firstValueFrom(this.http.get<T>(path, { headers: { 'x-background': '1' } }));
  }

  /** A list whose filter holds codes only: facets, sort, limit and cursor stand in the address. */
  list<Page>(path: string, { facets, sort, direction, cursor, limit }: ListQuestion): Promise<Page> {
    const order: Record<string, string> = sort ? { sort, direction } : {};
    const params: Record<string, string | number> = { ...facets, ...order, ...(cursor ? { cursor } : {}), limit };
    return firstValueFrom(this.http.get<Page>(path, { params }));
  }

  /** A search is a POST that changes nothing: no name ever stands in an address. */
  search<T>(path: string, question: object): Promise<T> {
    return firstValueFrom(this.http.post<T>(path, question));
  }

  /** Creates, sends, or takes a step. */
  post<T>(path: string, body: object, intent = new Intent()): Promise<T> {
    return firstValueFrom(this.http.post<T>(path, body, { headers: { 'Idempotency-Key': intent.key } }));
  }

  /** A step on a record that was read at `version`. */
  step<T>(path: string, body: object, version: number, intent = new Intent()): Promise<T> {
    const headers = new HttpHeaders({ 'Idempotency-Key': intent.key, 'If-Match': `"${version}"` });
    return firstValueFrom(this.http.post<T>(path, body, { headers }));
  }

  edit<T>(path: string, body: object, version: number): Promise<T> {
    return firstValueFrom(this.http.patch<T>(path, body, { headers: { 'If-Match': `"${version}"` } }));
  }

  replace<T>(path: string, body: object, version: number): Promise<T> {
    return firstValueFrom(this.http.put<T>(path, body, { headers: { 'If-Match': `"${version}"` } }));
  }

  remove(path: string, version: number): Promise<unknown> {
    return firstValueFrom(this.http.delete(path, { headers: { 'If-Match': `"${version}"` } }));
  }
}

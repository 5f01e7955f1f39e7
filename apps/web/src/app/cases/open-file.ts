import { httpResource } from '@angular/common/http';
import { computed, Injectable, signal } from '@angular/core';
import type { CaseFileView, CaseView } from '@panah/contracts/cases.contract';
import { problemOf } from '../platform/problem/problem';
import { casePath } from './cases.api';

/** The file that is open on this page, shared by its tabs. */
@Injectable()
export class OpenFile {
  readonly id = signal('');
  readonly file = httpResource<CaseFileView>(() => (this.id() ? `${casePath(this.id())}/file` : undefined));
  readonly case = computed(() => (this.file.hasValue() ? this.file.value().case : null));
  /** Out of reach: never there, another's, or handed over. */
  readonly isGone = computed(() => this.file.error() !== undefined && problemOf(this.file.error()).status === 404);
  readonly clientId = computed(() => this.case()?.clientId ?? '');

  may(action: string): boolean {
    return this.case()?.actions.includes(action) ?? false;
  }

  /** After a step: what the server answered stands at once. */
  moved(view: CaseView): void {
    this.file.update((file) => file && { ...file, case: view });
  }
}

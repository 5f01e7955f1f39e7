import { inject, Pipe, type PipeTransform } from '@angular/core';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import { readerLanguage } from '../reader/language';
import { SessionStore } from '../session/session-store';

/** `{{ view.source | codeLabel: caseSource }}`: the word for a code, in the reader's language and with the office's term for the group. */
@Pipe({ name: 'codeLabel' })
export class CodeLabel implements PipeTransform {
  private readonly session = inject(SessionStore);

  transform(code: string | null | undefined, codes: CodeList<string>): string {
    if (!code) return '';
    return codes.has(code) ? codes.label(code, readerLanguage(), this.session.termGroup()) : code;
  }
}

import { Pipe, type PipeTransform } from '@angular/core';
import { readerLanguage } from '../reader/language';

/** A code list of `@panah/domain/vocabulary`. */
export interface LabelledCodes {
  label(code: string, language: 'en' | 'fa'): string;
}

/** `{{ view.source | codeLabel: caseSource }}`: the word for a code, in the reader's language. */
@Pipe({ name: 'codeLabel' })
export class CodeLabel implements PipeTransform {
  transform(code: string | null | undefined, codes: LabelledCodes): string {
    return code ? codes.label(code, readerLanguage()) : '';
  }
}

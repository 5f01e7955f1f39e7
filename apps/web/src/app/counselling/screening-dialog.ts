import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { type InstrumentLicenceView, ScreeningInput, type ScreeningView } from '@panah/contracts/screening.contract';
import { shapeOf } from '@panah/domain/counselling/screening';
import { instrument, screeningMode } from '@panah/domain/vocabulary/counselling';
import { thisMinute } from '../platform/dates/date-words';
import { choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { DialogFoot } from '../platform/form/dialog-foot';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import type { UsualField } from '../platform/form/form-question';
import { languageChoices } from '../platform/form/place-choices';
import { QuestionField } from '../platform/form/question-field';
import { NumberText } from '../platform/text/number-text';
import { CounsellingApi } from './counselling.api';
import { COUNSELLING_TEXTS } from './counselling.texts';

export interface ScreeningData {
  episodeId: string;
  language: string;
  licences: readonly InstrumentLicenceView[];
}

const SELF_HARM_ITEM = 8;

/** Numbers as they stand on the paper form, or beside the text that the office is licensed to show; the score is the server's. */
@Component({
  selector: 'app-screening-dialog',
  imports: [DialogFoot, Field, FieldControl, FormElement, NumberText, QuestionField, ReactiveFormsModule],
  templateUrl: './screening-dialog.html',
  styleUrl: './screening-dialog.scss',
})
export class ScreeningDialog {
  private readonly api = inject(CounsellingApi);
  protected readonly data = inject<ScreeningData>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<ScreeningView>>(DialogRef);
  protected readonly form = new ContractForm<ScreeningInput>(ScreeningInput, startOf(this.data), { texts: COUNSELLING_TEXTS });
  protected readonly fields = FIELDS;
  private readonly chosen = toSignal(this.form.control('instrument').valueChanges, { initialValue: this.form.control('instrument').value });
  private readonly language = toSignal(this.form.control('language').valueChanges, { initialValue: this.data.language });
  protected readonly shape = computed(() => {
    const code = this.chosen();
    return instrument.has(code) ? shapeOf(code) : null;
  });
  /** Only what the office entered itself, with its licence. */
  protected readonly texts = computed(
    () => this.data.licences.find((one) => one.instrument === this.chosen() && one.language === this.language())?.itemTexts ?? [],
  );
  protected readonly answers = linkedSignal<(number | null)[]>(() => (this.shape()?.items ?? []).map(() => null));
  protected readonly touched = signal(false);
  protected readonly asksSelfHarm = computed(
    () =>
      this.chosen() === 'PHQ9' && this.touched() && (this.answers()[SELF_HARM_ITEM] === null || (this.answers()[SELF_HARM_ITEM] ?? 0) >= 1),
  );

  protected answer(at: number, text: string): void {
    this.touched.set(true);
    this.answers.update((now) => now.map((one, index) => (index === at ? (text === '' ? null : Number(text)) : one)));
  }

  protected optionsOf({ min, max }: { min: number; max: number }): number[] {
    return Array.from({ length: max - min + 1 }, (_, at) => min + at);
  }

  protected async save(): Promise<void> {
    const saved = await this.form.save((value, intent) => {
      const { actionTaken, toldWhom, cut, ...rest } = value;
      const input: ScreeningInput = {
        ...rest,
        items: this.answers(),
        ...(cut ? { cut: Number(cut) } : {}),
        ...(actionTaken ? { actionTaken } : {}),
        ...(toldWhom ? { toldWhom } : {}),
      };
      return this.api.screen(this.data.episodeId, input, intent);
    });
    if (saved) this.dialog.close(saved);
  }
}

const startOf = ({ language, licences }: ScreeningData): ScreeningInput => ({
  instrument: licences.find((one) => one.language === language)?.instrument ?? '',
  language,
  mode: 'SELF',
  at: thisMinute(),
  items: [],
  cut: undefined,
  actionTaken: '',
  toldWhom: '',
});

const FIELDS = {
  instrument: { name: 'instrument', kind: 'select', label: $localize`:@@counselling.instrument:Form`, choices: choicesOf(instrument) },
  language: {
    name: 'language',
    kind: 'select',
    label: $localize`:@@counselling.formLanguage:Language of the form`,
    choices: languageChoices(),
  },
  mode: { name: 'mode', kind: 'select', label: $localize`:@@counselling.mode:How it was filled in`, choices: choicesOf(screeningMode) },
  at: { name: 'at', kind: 'moment', label: $localize`:@@counselling.when:When` },
  actionTaken: { name: 'actionTaken', kind: 'area', label: $localize`:@@counselling.actionTaken:What was done` },
  toldWhom: { name: 'toldWhom', kind: 'text', label: $localize`:@@counselling.toldWhom:Who was told` },
} as const satisfies Readonly<Record<string, UsualField>>;

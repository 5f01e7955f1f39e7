import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FamilyWarningInput, type FamilyWishView } from '@panah/contracts/family-wishes.contract';
import { directionOf } from '@panah/domain/vocabulary/languages';
import { ContractForm } from '../platform/form/contract-form';
import { DialogFoot } from '../platform/form/dialog-foot';
import { FormElement } from '../platform/form/form-element';
import type { UsualField } from '../platform/form/form-question';
import { languageChoices } from '../platform/form/place-choices';
import { QuestionField } from '../platform/form/question-field';
import { readerLanguage } from '../platform/reader/language';
import { FamilyApi } from './family.api';
import { isSpoken, WARNING } from './said-again';

export interface WarningData {
  wish: FamilyWishView;
  /** The client's first. */
  language: string;
}

const LANGUAGE: UsualField = {
  name: 'language',
  kind: 'select',
  label: $localize`:@@family.readIn:Read out in`,
  choices: languageChoices(),
};
const CONFIRMED: UsualField = {
  name: 'confirmed',
  kind: 'check',
  label: $localize`:@@family.theirWord:Their word`,
  beside: $localize`:@@family.understood:They said that they understood`,
};

/** Read out in the client's language before anything begins: to hear nothing can mean many things, and we shall never say which. */
@Component({
  selector: 'app-warning-dialog',
  imports: [DialogFoot, FormElement, QuestionField],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="save()">
      <div>
        <h2 id="dialog-title" i18n="@@family.warnTitle">Read this out</h2>
        <p class="muted" i18n="@@family.warnText">In the person’s own language, slowly. Then ask what they understood.</p>
      </div>
      <app-question-field [form]="form" [field]="language" />
      @let spoken = said();
      <blockquote [attr.lang]="spoken.language" [attr.dir]="spoken.direction">{{ spoken.words }}</blockquote>
      @if (spoken.interpreted) {
        <p class="small muted" i18n="@@family.warnInterpreted">We have no words of our own in this language: an interpreter says them.</p>
      }
      <app-question-field [form]="form" [field]="confirmed" />
      <app-dialog-foot [form]="form" act="Record" i18n-act="@@consents.record" />
    </form>
  `,
  styles: `
    blockquote {
      margin: 0;
      padding: var(--s4);
      border-inline-start: 3px solid var(--primary);
      background: var(--surface-sunk);
      font-size: var(--text-l);
      line-height: 1.6;
    }
  `,
})
export class WarningDialog {
  private readonly data = inject<WarningData>(DIALOG_DATA);
  private readonly api = inject(FamilyApi);
  private readonly dialog = inject<DialogRef<FamilyWishView>>(DialogRef);
  protected readonly language = LANGUAGE;
  protected readonly confirmed = CONFIRMED;
  protected readonly form = new ContractForm<FamilyWarningInput>(FamilyWarningInput, { language: this.data.language, confirmed: false });
  private readonly chosen = toSignal(this.form.control('language').valueChanges, { initialValue: this.data.language });
  protected readonly said = computed(() => {
    const asked = this.chosen();
    const language = isSpoken(asked) ? asked : readerLanguage();
    return { language, words: WARNING[language], direction: directionOf(language), interpreted: asked !== '' && !isSpoken(asked) };
  });

  protected async save(): Promise<void> {
    const wish = await this.form.save((input, intent) => this.api.wishStep(this.data.wish, 'warning', input, intent));
    if (wish) this.dialog.close(wish);
  }
}

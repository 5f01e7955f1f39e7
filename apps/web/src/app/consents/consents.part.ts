import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import type { RecipientView } from '@panah/contracts/consent-scope.contract';
import type { ConsentsView, ConsentView, PurposeView } from '@panah/contracts/consents.contract';
import { consentPurpose } from '@panah/domain/vocabulary/consents';
import { DateDistance } from '../platform/dates/date-text';
import { DateDisplay } from '../platform/dates/date-display';
import { Dialogs } from '../platform/dialog/dialogs';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { StateMark } from '../platform/text/state-mark';
import { ConsentDetails } from './consent-details';
import { ConsentDialog, type ConsentDialogData } from './consent-dialog';
import { CONSENT_STATES } from './consent-state';
import { ConsentsApi, ofCase } from './consents.api';
import { CONSENT_PROBLEMS } from './consents.texts';
import { DecisionDialog, type DecisionDialogData } from './decision-dialog';
import { Disclosures } from './disclosures';
import { confirmationQuestion, suspensionQuestion } from './doubt-questions';
import { LegalBases } from './legal-bases';
import { WithdrawalDialog } from './withdrawal-dialog';

/** What is asked for together stands together. */
const THEMES: readonly { label: string; of: readonly string[] }[] = [
  {
    label: $localize`:@@consents.themeWork:With us`,
    of: ['C01_CASE', 'C07_COUNSELLING', 'C13_VOLUNTEER', 'C14_INTERPRETER', 'C17_CHANNEL', 'C18_EMERGENCY'],
  },
  {
    label: $localize`:@@consents.themeOthers:With others`,
    of: ['C02_REFERRAL', 'C03_TRANSFER', 'C04_LEGAL', 'C05_HOUSING', 'C06_HEALTH', 'C20_CROSS_BORDER', 'C21_AUTHORITY'],
  },
  {
    label: $localize`:@@consents.themeFamily:Family`,
    of: ['C08_TRACING', 'C09_DISCLOSE_REL', 'C10_MESSAGES', 'C11_DIRECT', 'C12_KINSHIP_TEST', 'C22_RELATIVE_DATA'],
  },
];
const OTHER_THEME = $localize`:@@consents.themeOther:Words, pictures, figures`;
const LIVE = ['ACTIVE', 'SUSPENDED', 'OFFERED'];

/** What the client agreed to, what was told outside on it, and what without. */
@Component({
  selector: 'app-consents',
  imports: [
    CodeLabel,
    ConsentDetails,
    DateDisplay,
    DateDistance,
    Disclosures,
    Icon,
    LegalBases,
    NumberText,
    ProblemNotice,
    State,
    StateMark,
  ],
  templateUrl: './consents.part.html',
  styles: `
    .themes {
      display: grid;
      gap: var(--s3);
    }
    .theme {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: var(--s1) var(--s3);
    }
    .theme > span {
      flex: 0 0 9rem;
    }
    .purposes {
      flex: 1 1 20rem;
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
    }
  `,
  host: { class: 'stack roomy' },
})
export class Consents {
  readonly caseId = input.required<string>();

  private readonly dialogs = inject(Dialogs);
  private readonly questions = inject(Questions);
  private readonly api = inject(ConsentsApi);
  private readonly snack = inject(Snack);
  protected readonly marks = CONSENT_STATES;
  protected readonly purposes = consentPurpose;
  /** Grows when something changed that the parts below rest on. */
  protected readonly changes = signal(0);
  protected readonly consents = httpResource<ConsentsView>(() => ofCase(this.caseId(), 'consents'));
  protected readonly groups = computed(() => {
    const items = this.consents.hasValue() ? this.consents.value().items : [];
    const live = (each: ConsentView) => LIVE.includes(each.state);
    return { live: items.filter(live), past: items.filter((each) => !live(each)) };
  });
  /** Partners, and whoever was named before. */
  protected readonly recipients = computed<RecipientView[]>(() => {
    if (!this.consents.hasValue()) return [];
    const { partners, items } = this.consents.value();
    const named = items.flatMap(({ details }) => details?.recipients ?? []);
    return [...new Map([...partners, ...named].map((each) => [each.id, each])).values()];
  });

  protected readonly themes = computed(() => {
    const purposes = this.consents.hasValue() ? this.consents.value().purposes : [];
    const known = THEMES.flatMap(({ of }) => of);
    const themes = THEMES.map(({ label, of }) => ({ label, purposes: purposes.filter(({ purpose }) => of.includes(purpose)) }));
    const rest = purposes.filter(({ purpose }) => !known.includes(purpose));
    return [...themes, { label: OTHER_THEME, purposes: rest }].filter((theme) => theme.purposes.length);
  });
  /** Purposes to which a yes stands now. */
  protected readonly given = computed(
    () =>
      new Set(
        this.groups()
          .live.filter(({ state }) => state === 'ACTIVE')
          .map(({ purpose }) => purpose),
      ),
  );

  constructor() {
    inject(ProblemTexts).add(CONSENT_PROBLEMS);
  }

  protected async record(purpose: PurposeView): Promise<void> {
    if (!this.consents.hasValue()) return;
    const data = { caseId: this.caseId(), purpose, known: this.consents.value(), recipients: this.recipients() };
    this.changed(
      await this.dialogs.open<ConsentView, ConsentDialogData>(ConsentDialog, data),
      $localize`:@@consents.saidRecorded:Recorded.`,
    );
  }

  protected async withdraw(consent: ConsentView): Promise<void> {
    const withdrawn = await this.dialogs.open<ConsentView, ConsentView>(WithdrawalDialog, consent);
    this.changed(withdrawn, $localize`:@@consents.saidWithdrawn:Taken back. What rested on it has stopped.`);
  }

  protected async suspend(consent: ConsentView): Promise<void> {
    this.changed(await this.questions.ask(suspensionQuestion(this.api, consent)), $localize`:@@consents.saidSuspended:Suspended.`);
  }

  protected async confirm(consent: ConsentView): Promise<void> {
    const confirmed = await this.questions.ask(confirmationQuestion(this.api, consent));
    this.changed(confirmed, $localize`:@@consents.saidConfirmed:It counts now.`);
  }

  protected async decide(consent: ConsentView): Promise<void> {
    const data = { consent, interpreters: this.consents.hasValue() ? this.consents.value().interpreters : [] };
    const decided = await this.dialogs.open<ConsentView, DecisionDialogData>(DecisionDialog, data);
    this.changed(decided, $localize`:@@consents.saidRecorded:Recorded.`);
  }

  private changed(done: ConsentView | null, said: string): void {
    if (!done) return;
    this.snack.say(said);
    this.consents.reload();
    this.changes.update((count) => count + 1);
  }
}

import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal, viewChildren } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FamilyMessageView, LeakView } from '@panah/contracts/family-messages.contract';
import { messageHoldReason } from '@panah/domain/vocabulary/family';
import { directionOf } from '@panah/domain/vocabulary/languages';
import { DateDisplay } from '../platform/dates/date-display';
import { Dialogs } from '../platform/dialog/dialogs';
import { Questions } from '../platform/form/questions';
import type { HasUnsaved } from '../platform/form/unsaved-guard';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { SessionStore } from '../platform/session/session-store';
import { CodeLabel } from '../platform/text/code-label';
import { LanguageLabel } from '../platform/text/country-label';
import { StateMark } from '../platform/text/state-mark';
import { MarkedText } from './marked-text';
import { holdReasons, MESSAGE_ACTS } from './message-acts';
import { type Finding, MessageFindings } from './message-findings';
import { nextOf } from './message-next';
import { MessagePicture } from './message-picture';
import { DIRECTIONS, MESSAGE_STATES } from './message-states';
import { MessageWords } from './message-words';
import { messagePath, MessagesApi } from './messages.api';
import { PictureAdding } from './picture-adding';

/** One message: written, looked over, translated, let go and delivered by different people. Only its writer can change a word of it. */
@Component({
  selector: 'app-message-page',
  imports: [
    CodeLabel,
    DateDisplay,
    Icon,
    LanguageLabel,
    MarkedText,
    MessageFindings,
    MessagePicture,
    MessageWords,
    PictureAdding,
    ProblemNotice,
    RouterLink,
    StateMark,
  ],
  templateUrl: './message-page.html',
  styleUrl: './message-page.scss',
})
export class MessagePage implements HasUnsaved {
  readonly messageId = input.required<string>();

  private readonly api = inject(MessagesApi);
  private readonly questions = inject(Questions);
  private readonly dialogs = inject(Dialogs);
  private readonly session = inject(SessionStore);
  protected readonly loaded = httpResource<FamilyMessageView>(() => messagePath(this.messageId()));
  protected readonly view = linkedSignal<FamilyMessageView | null>(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  protected readonly seen = signal<ReadonlySet<string>>(new Set());
  protected readonly refused = signal<Problem | null>(null);
  protected readonly busy = signal(false);

  protected readonly marks = MESSAGE_STATES;
  protected readonly reasons = messageHoldReason;
  protected readonly directions = DIRECTIONS;
  protected readonly direction = directionOf;
  protected readonly next = nextOf;
  protected readonly translationLabel = $localize`:@@familyMessages.translation:Translation`;
  protected readonly translationAct = $localize`:@@familyMessages.handTranslation:Hand the translation in`;
  protected readonly wordsLabel = $localize`:@@familyMessages.words:The message, as they say it`;
  protected readonly wordsAct = $localize`:@@familyMessages.saveWords:Save the words`;

  protected readonly findings = computed<readonly Finding[]>(() => {
    const it = this.view();
    return it ? [...found(it.body, it.leaks), ...found(it.translation ?? '', it.translationLeaks)] : [];
  });
  /** Whoever may let it go on is asked to look at each finding. */
  protected readonly looksOver = computed(() => ['approve', 'translate'].some((action) => this.view()?.actions.includes(action)));
  protected readonly acts = computed(() => Object.keys(MESSAGE_ACTS).filter((action) => this.view()?.actions.includes(action)));
  protected readonly unseen = computed(() => this.findings().filter(({ leak }) => !this.seen().has(leak.key)).length);

  private readonly written = viewChildren(MessageWords);

  unsaved(): boolean {
    return this.written().some((words) => words.unsaved());
  }

  protected labelOf = (action: string): string => MESSAGE_ACTS[action]?.label ?? action;
  protected isOnward = (action: string): boolean => MESSAGE_ACTS[action]?.onward ?? false;
  protected isDanger = (action: string): boolean => MESSAGE_ACTS[action]?.danger ?? false;
  protected waits = (action: string): boolean => (MESSAGE_ACTS[action]?.rests ?? false) && this.unseen() > 0;

  protected async take(action: string, message: FamilyMessageView): Promise<void> {
    const act = MESSAGE_ACTS[action];
    if (!act || this.waits(action) || !(await this.wordsSaved())) return;
    const [seen, reasons] = [[...this.seen()], holdReasons(this.session.termGroup())];
    if (act.ask) return this.show(await this.questions.ask(act.ask({ api: this.api, message, seen, reasons })));
    if (act.danger && !(await this.sure(act.label))) return;
    await this.attempt(() => this.api.step(message.id, act.noun ?? '', act.rests ? { seen } : {}));
  }

  protected confirmFaces(message: FamilyMessageView, pictureId: string): Promise<void> {
    return this.attempt(() => this.api.step(message.id, `attachments/${pictureId}/faces`));
  }

  protected removePicture(message: FamilyMessageView, pictureId: string): Promise<void> {
    return this.attempt(() => this.api.step(message.id, `attachments/${pictureId}/removal`));
  }

  protected show(now: FamilyMessageView | null): void {
    if (now) this.view.set(now);
  }

  /** What stands on the page is what goes on: nobody hands in the words of before. */
  private async wordsSaved(): Promise<boolean> {
    for (const words of this.written()) if (words.unsaved() && !(await words.save())) return false;
    return true;
  }

  private sure(yes: string): Promise<boolean> {
    const title = $localize`:@@familyMessages.recallTitle:Take this message back?`;
    const text = $localize`:@@familyMessages.recallText:It is not handed over. Nobody on the other side learns that there was one.`;
    return this.dialogs.confirm({ title, text, yes, danger: true });
  }

  private async attempt(act: () => Promise<FamilyMessageView>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refused.set(null);
    try {
      this.show(await act());
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}

const found = (text: string, leaks: readonly LeakView[]): Finding[] =>
  leaks.map((leak) => ({ leak, passage: text.slice(leak.start, leak.end) }));

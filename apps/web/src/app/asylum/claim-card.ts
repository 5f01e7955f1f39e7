import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { ClaimRevealedView, ClaimView } from '@panah/contracts/asylum.contract';
import type { ClaimAction } from '@panah/domain/asylum/claim.process';
import {
  appealOutcome,
  claimEvent,
  claimState,
  decisionType,
  interpreterWish,
  procedureEventType,
  procedureType,
  serviceMethod,
} from '@panah/domain/vocabulary/claims';
import { contactRevealReason } from '@panah/domain/vocabulary/reasons';
import { DateDisplay } from '../platform/dates/date-display';
import { ClockText } from '../platform/dates/date-text';
import { Dialogs } from '../platform/dialog/dialogs';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion } from '../platform/form/form-question';
import { Icon } from '../platform/icon/icon';
import { readerLanguage } from '../platform/reader/language';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel } from '../platform/text/country-label';
import { State, type StateTone } from '../platform/text/state';
import { AsylumApi } from './asylum.api';
import { claimAct, rulingAct } from './claim-acts';
import { DeadlineList } from './deadline-list';
import { correctService, editClaim, newEvent, translated } from './claim-forms';
import { newDeadline } from './deadline-acts';

/** The road that most claims go, for the line of steps; the others stand where they branch off. */
const ROAD = [
  'PREPARING',
  'MADE',
  'REGISTERED',
  'LODGED',
  'EXAMINATION',
  'INTERVIEW_SET',
  'INTERVIEWED',
  'DECIDED',
  'APPEAL',
  'FINAL',
] as const;
type Stage = (typeof ROAD)[number];
const STAGE_OF: Readonly<Record<string, Stage>> = {
  RESPONSIBILITY: 'LODGED',
  ADMISSIBILITY: 'LODGED',
  SUSPENDED: 'EXAMINATION',
  DECIDED_POSITIVE: 'DECIDED',
  DECIDED_NEGATIVE: 'DECIDED',
  APPEAL_LODGED: 'APPEAL',
  APPEAL_HEARD: 'APPEAL',
  FURTHER_APPEAL: 'APPEAL',
  FINAL_POSITIVE: 'FINAL',
  FINAL_NEGATIVE: 'FINAL',
  WITHDRAWN: 'FINAL',
  TRANSFERRED_STATE: 'FINAL',
};
const STAGE_WORDS: Readonly<Partial<Record<Stage, string>>> = {
  DECIDED: $localize`:@@asylum.stageDecided:Decision`,
  APPEAL: $localize`:@@asylum.stageAppeal:Appeal`,
  FINAL: $localize`:@@asylum.stageFinal:Final`,
};
const TONES: Readonly<Record<string, StateTone>> = {
  DECIDED_NEGATIVE: 'danger',
  FINAL_NEGATIVE: 'danger',
  FINAL_POSITIVE: 'good',
  DECIDED_POSITIVE: 'good',
  INTERVIEW_SET: 'due',
  SUSPENDED: 'waiting',
};

const AWAITING: readonly string[] = ['INTERVIEWED', 'APPEAL_LODGED', 'APPEAL_HEARD', 'FURTHER_APPEAL'];

/** One claim: where it stands, what comes next, its deadlines with how each was reckoned, decisions, what happened. */
@Component({
  selector: 'app-claim-card',
  imports: [ClockText, CodeLabel, CountryLabel, DateDisplay, DeadlineList, Icon, State],
  templateUrl: './claim-card.html',
  styleUrl: './claim-card.scss',
})
export class ClaimCard {
  readonly claim = input.required<ClaimView>();
  readonly isFirst = input(false);
  readonly act = output<FormQuestion>();

  private readonly api = inject(AsylumApi);
  private readonly dialogs = inject(Dialogs);
  protected readonly states = claimState;
  protected readonly procedures = procedureType;
  protected readonly decisions = decisionType;
  protected readonly outcomes = appealOutcome;
  protected readonly methods = serviceMethod;
  protected readonly eventTypes = procedureEventType;
  protected readonly wishes = interpreterWish;
  protected readonly shown = signal<ClaimRevealedView | null>(null);
  protected readonly tone = computed(() => TONES[this.claim().state] ?? 'plain');
  protected readonly steps = computed(() => this.claim().actions.filter((action): action is ClaimAction => claimEvent.has(action)));
  protected readonly road = computed(() => {
    const { state } = this.claim();
    const at = ROAD.indexOf(stageOf(state));
    const passed = new Set(this.claim().passed.map((step) => stageOf(step.state)));
    return ROAD.map((stage, place) => ({
      stage,
      label: STAGE_WORDS[stage] ?? claimState.label(stage as 'MADE', readerLanguage()),
      is: place === at ? ('now' as const) : passed.has(stage) && place < at ? ('done' as const) : ('open' as const),
    }));
  });
  /** The authority or the court has the word; what may happen meanwhile is offered, and none of it comes next. */
  protected readonly awaits = computed(() => AWAITING.includes(this.claim().state));
  protected readonly next = computed(() => {
    if (this.awaits()) return $localize`:@@journey.answerAwaited:The answer is awaited`;
    const { actions } = this.claim();
    const [first] = actions.filter((action) => claimEvent.has(action));
    return first && claimEvent.has(first) ? claimEvent.label(first, readerLanguage()) : null;
  });

  protected label = (action: ClaimAction): string => claimEvent.label(action, readerLanguage());
  protected may = (action: string): boolean => this.claim().actions.includes(action);
  protected ruling = computed(() => this.may('decide') && ['APPEAL_LODGED', 'APPEAL_HEARD', 'FURTHER_APPEAL'].includes(this.claim().state));

  protected take = (action: ClaimAction): void => this.act.emit(claimAct(this.api, this.claim(), action));
  protected rule = (): void => this.act.emit(rulingAct(this.api, this.claim()));
  protected edit = (): void => this.act.emit(editClaim(this.api, this.claim()));
  protected addEvent = (): void => this.act.emit(newEvent(this.api, this.claim()));
  protected addDeadline = (): void => this.act.emit(newDeadline(this.api, this.claim()));
  protected correct = (decision: ClaimView['decisions'][number]): void => this.act.emit(correctService(this.api, decision));
  protected translate = (id: string): void => this.act.emit(translated(this.api, id));

  protected placeOf(eventId: string): string | null {
    return this.shown()?.places.find((one) => one.eventId === eventId)?.place ?? null;
  }

  protected async reveal(): Promise<void> {
    const why = await this.dialogs.reason({
      title: $localize`:@@asylum.reveal:Show number and places`,
      text: $localize`:@@asylum.revealText:The log keeps that you looked, and why.`,
      act: $localize`:@@asylum.revealAct:Show`,
      icon: 'eye',
      words: 'none',
      reasons: choicesOf(contactRevealReason),
    });
    if (why) this.shown.set(await this.api.revealClaim(this.claim().id, why.code));
  }
}

const stageOf = (state: string): Stage => STAGE_OF[state] ?? (state as Stage);

import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CapacityView, HighRiskLineView, OverdueKindView, OverdueLineView, WaitingView } from '@panah/contracts/board.contract';
import { overdueKind } from '@panah/domain/vocabulary/board';
import { DateDistance, DateText } from '../platform/dates/date-text';
import { Icon } from '../platform/icon/icon';
import { Facet } from '../platform/list/facet';
import { List, ListRow } from '../platform/list/list';
import type { ListColumn } from '../platform/list/list-page';
import { ListSource } from '../platform/list/list-source';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { intlLocale, readerLanguage } from '../platform/reader/language';
import { SessionStore } from '../platform/session/session-store';
import { CodeLabel } from '../platform/text/code-label';
import { Name } from '../platform/text/name';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { StateMark } from '../platform/text/state-mark';
import { RISK_LEVELS } from '../risk/risk-level.part';
import { BOARD, BoardApi } from './board.api';
import { lateLink, lateWords } from './board-words';
import { CapacityPanel } from './capacity-panel';

const PERSON = { id: 'person', label: $localize`:@@board.person:Person` };
const WORKER = { id: 'worker', label: $localize`:@@board.worker:Worker`, wide: true };

/** The coordinator's board: who is in danger, what is late, who carries how much. */
@Component({
  selector: 'app-board-page',
  imports: [
    CapacityPanel,
    CodeLabel,
    DateDistance,
    DateText,
    Facet,
    Icon,
    List,
    ListRow,
    Name,
    NumberText,
    ProblemNotice,
    RouterLink,
    State,
    StateMark,
  ],
  templateUrl: './board-page.html',
})
export class BoardPage {
  private readonly board = inject(BoardApi);
  private readonly router = inject(Router);

  protected readonly mayReport = inject(SessionStore).may('incident:report');
  protected readonly kinds = overdueKind;
  protected readonly levels = RISK_LEVELS;
  protected readonly words = lateWords;
  protected readonly link = lateLink;
  protected readonly waiting = httpResource<WaitingView>(() => `${BOARD}/waiting`);
  protected readonly capacity = httpResource<CapacityView>(() => `${BOARD}/capacity`);
  private readonly lateKinds = signal<readonly OverdueKindView[]>([]);
  protected readonly kindChoices = computed(() =>
    overdueKind.codes.flatMap((code) => {
      const found = this.lateKinds().find(({ kind }) => kind === code);
      return found ? [{ code, label: `${overdueKind.label(code, readerLanguage())} (${this.digits.format(found.total)})` }] : [];
    }),
  );
  /** All that is late, whatever kind is shown. */
  protected readonly allLate = computed(() => this.lateKinds().reduce((sum, { total }) => sum + total, 0));
  protected readonly workerChoices = computed(() =>
    this.capacity.hasValue() ? this.capacity.value().workers.map(({ id, name }) => ({ code: id, label: name })) : [],
  );
  protected readonly full = computed(() =>
    this.capacity.hasValue() ? this.capacity.value().workers.filter(({ level }) => level !== 'FREE').length : 0,
  );

  protected readonly dangerColumns: readonly ListColumn[] = [
    PERSON,
    { id: 'review', label: $localize`:@@board.review:Looked at again` },
    { id: 'contact', label: $localize`:@@board.lastContact:Last contact` },
    { id: 'plan', label: $localize`:@@board.safetyPlan:Safety plan`, wide: true },
    WORKER,
  ];
  protected readonly endangered = new ListSource<HighRiskLineView>((question) => this.board.highRisk(question), { limit: 10 });
  protected readonly lateColumns: readonly ListColumn[] = [
    PERSON,
    { id: 'what', label: $localize`:@@board.what:What is late` },
    { id: 'since', label: $localize`:@@board.since:Since` },
    WORKER,
  ];
  protected readonly late = new ListSource<OverdueLineView>(
    async (question) => {
      const page = await this.board.overdue(question);
      this.lateKinds.set(page.kinds);
      return page;
    },
    { facetNames: ['kind', 'worker'], limit: 10 },
  );
  private readonly digits = new Intl.NumberFormat(intlLocale());

  protected open(link: readonly string[]): void {
    void this.router.navigate(link);
  }
}

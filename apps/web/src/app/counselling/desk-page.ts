import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type CounsellingDeskView,
  type CounsellingLineView,
  SupervisionInput,
  type SupervisionView,
} from '@panah/contracts/counselling-desk.contract';
import { counsellingService, counsellingState, counsellingUrgency } from '@panah/domain/vocabulary/counselling';
import { DateText } from '../platform/dates/date-text';
import { DateWords } from '../platform/dates/date-words';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { SessionStore } from '../platform/session/session-store';
import { CodeLabel } from '../platform/text/code-label';
import { LanguageLabel } from '../platform/text/country-label';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { SpecialistQueue } from '../specialists/specialist-queue.part';
import { CounsellingApi, DESK } from './counselling.api';
import { CounsellingReports } from './counselling-reports.part';
import { EpisodeAsks } from './episode-asks';

const DUE: Readonly<Record<string, string>> = {
  TRIAGE: $localize`:@@counselling.dueTriage:Look at a request`,
  URGENT_CONTACT: $localize`:@@counselling.dueUrgent:Urgent: reach the person within 24 hours`,
  CHECK_IN: $localize`:@@counselling.dueCheckIn:Ask somebody who waits how they are`,
  FIRST_SESSION: $localize`:@@counselling.dueFirst:Agree the first session`,
  SESSION: $localize`:@@counselling.dueSession:Session`,
  REVIEW: $localize`:@@counselling.dueReview:Review with the client`,
  UNSIGNED: $localize`:@@counselling.dueUnsigned:Sign a note: 72 hours`,
  UNSIGNED_LEAD: $localize`:@@counselling.dueUnsignedLead:A colleague’s note has waited 7 days for its signature`,
  ENDING_SUMMARY: $localize`:@@counselling.dueEnding:Write the ending summary`,
  CONSENT_TALK: $localize`:@@counselling.dueTalk:The consent to counselling no longer holds: talk about it`,
};

/** What a counsellor begins the day with: what is due, their episodes, the requests, who waits. */
@Component({
  selector: 'app-counselling-desk',
  imports: [CodeLabel, CounsellingReports, DateText, Icon, LanguageLabel, NumberText, ProblemNotice, RouterLink, SpecialistQueue, State],
  templateUrl: './desk-page.html',
})
export class DeskPage {
  private readonly asks = inject(EpisodeAsks);
  private readonly api = inject(CounsellingApi);
  private readonly words = inject(DateWords);
  protected readonly session = inject(SessionStore);
  protected readonly due = DUE;
  protected readonly services = counsellingService;
  protected readonly states = counsellingState;
  protected readonly urgencies = counsellingUrgency;
  protected readonly desk = httpResource<CounsellingDeskView>(() => DESK);

  protected lists(desk: CounsellingDeskView): readonly { id: string; title: string; empty: string; lines: CounsellingLineView[] }[] {
    return [
      {
        id: 'mine',
        title: $localize`:@@counselling.mine:My episodes`,
        empty: $localize`:@@counselling.mineEmpty:No episode is yours now.`,
        lines: desk.mine,
      },
      {
        id: 'requests',
        title: $localize`:@@counselling.requests:Requests`,
        empty: $localize`:@@counselling.requestsEmpty:No request waits.`,
        lines: desk.requests,
      },
      {
        id: 'waiting',
        title: $localize`:@@counselling.waitingList:Waiting list`,
        empty: $localize`:@@counselling.waitingEmpty:Nobody waits.`,
        lines: desk.waiting,
      },
      ...(desk.others.length
        ? [{ id: 'others', title: $localize`:@@counselling.others:Episodes of colleagues`, empty: '', lines: desk.others }]
        : []),
    ];
  }

  protected async supervised({ counsellor, officeId }: SupervisionView): Promise<void> {
    const me = this.session.user()?.id;
    const people = [...new Map(this.people().map((one) => [one.code, one])).values()];
    const saved = await this.asks.ask({
      title: $localize`:@@counselling.supervisedTitle:Supervision took place`,
      text: $localize`:@@counselling.supervisedText:That it took place, between whom and when; never what was said.`,
      act: $localize`:@@counselling.save:Save`,
      contract: SupervisionInput,
      start: {
        officeId,
        counsellorId: counsellor.id,
        supervisorId: counsellor.id === me ? undefined : me,
        heldOn: this.words.today(),
        minutes: 60,
      },
      fields: [
        { name: 'officeId', label: $localize`:@@counselling.office:Office`, kind: 'select', choices: this.offices() },
        {
          name: 'counsellorId',
          label: $localize`:@@counselling.counsellor:Counsellor`,
          kind: 'select',
          choices: people,
        },
        {
          name: 'supervisorId',
          label: $localize`:@@counselling.supervisor:Supervised by`,
          kind: 'select',
          choices: people,
        },
        { name: 'heldOn', label: $localize`:@@counselling.heldOn:On`, kind: 'day' },
        { name: 'minutes', label: $localize`:@@counselling.minutes:Minutes`, kind: 'number' },
      ],
      send: (input, intent) => this.api.supervise(input, intent),
    });
    if (saved) this.desk.set(saved);
  }

  private offices(): { code: string; label: string }[] {
    return this.desk.hasValue() ? this.desk.value().offices.map(({ id, name }) => ({ code: id, label: name })) : [];
  }

  private people(): { code: string; label: string }[] {
    if (!this.desk.hasValue()) return [];
    const { supervision, colleagues } = this.desk.value();
    return [...supervision.map(({ counsellor }) => counsellor), ...colleagues].map(({ id, name }) => ({ code: id, label: name }));
  }
}

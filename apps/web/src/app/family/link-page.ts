import { httpResource } from '@angular/common/http';
import { Component, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FamilyLinkView } from '@panah/contracts/family-links.contract';
import type { FamilyConsentLineView } from '@panah/contracts/family-wishes.contract';
import { RELATIVE_PURPOSES } from '@panah/contracts/relative-consents.contract';
import { WISH_PURPOSES } from '@panah/domain/consents/purposes';
import { LinkMessages } from '../family-messages/link-messages.part';
import { DateWords } from '../platform/dates/date-words';
import { Dialogs } from '../platform/dialog/dialogs';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { linkPauseReason } from '@panah/domain/vocabulary/family';
import { CodeLabel } from '../platform/text/code-label';
import { StateMark } from '../platform/text/state-mark';
import { FamilyConsentDialog } from './family-consent-dialog';
import { FamilyApi, linkPath } from './family.api';
import { LINK_STATES } from './family-states';
import type { Asked, LinkQuestion } from './link-act';
import { actOf, onwardActs, stoppingActs } from './link-acts';
import { callOffQuestion, checkInQuestion, routeDoneQuestion } from './link-acts-meeting';
import { LinkBetween } from './link-between';
import { crossingOf } from './link-crossing';
import { LinkLooking } from './link-looking';
import { LinkSide } from './link-side';
import { NotCarried } from './not-carried';
import { relativeQuestion, relativeWithdrawal } from './relative-acts';

/** Both sides of a link, with a hard divider between: for its officers, and nobody else. */
@Component({
  selector: 'app-link-page',
  imports: [CodeLabel, Icon, LinkBetween, LinkLooking, LinkMessages, LinkSide, NotCarried, ProblemNotice, RouterLink, StateMark],
  templateUrl: './link-page.html',
  styleUrl: './link-page.scss',
})
export class LinkPage {
  readonly linkId = input.required<string>();

  private readonly api = inject(FamilyApi);
  private readonly dialogs = inject(Dialogs);
  private readonly questions = inject(Questions);
  private readonly dates = inject(DateWords);
  protected readonly link = httpResource<FamilyLinkView>(() => linkPath(this.linkId()));
  protected readonly view = linkedSignal<FamilyLinkView | null>(() => (this.link.hasValue() ? this.link.value() : null));

  protected readonly marks = LINK_STATES;
  protected readonly pauseReasons = linkPauseReason;
  protected readonly wishPurposes = WISH_PURPOSES;
  protected readonly relativePurposes = RELATIVE_PURPOSES;
  protected readonly clientAllows = $localize`:@@family.clientAllows:What the client allows`;
  protected readonly relativeAllows = $localize`:@@family.relativeAllows:What the relative allows`;
  protected readonly crossing = crossingOf;

  protected onward = (link: FamilyLinkView) =>
    onwardActs(asksNothing(link) ? link.actions.filter((action) => action !== 'ask') : link.actions);
  protected stops = ({ actions }: FamilyLinkView) => stoppingActs(actions);
  protected sideActions = ({ actions }: FamilyLinkView): readonly string[] => actions.filter((action) => action === 'hear');
  protected checkInOf = (link: FamilyLinkView, id: string) => checkInQuestion(this.asked(link), id);
  protected callOffOf = (link: FamilyLinkView, id: string) => callOffQuestion(this.asked(link), id);
  protected routeDoneOf = (link: FamilyLinkView, id: string) => routeDoneQuestion(this.asked(link), id);

  protected async take(action: string, link: FamilyLinkView): Promise<void> {
    const act = actOf(action);
    if (act) await this.ask(act.ask(this.asked(link)));
  }

  /** Asked from one column, it is about that side. */
  protected async takeFor(side: string, action: string, link: FamilyLinkView): Promise<void> {
    const question = await actOf(action)?.ask(this.asked(link));
    if (!question) return;
    const fields = question.fields.filter(({ name }) => name !== 'side');
    await this.ask({ ...question, fields, start: { ...question.start, side } });
  }

  protected async ask(question: LinkQuestion | Promise<LinkQuestion>): Promise<void> {
    this.show(await this.questions.ask(question));
  }

  protected async record(link: FamilyLinkView, purpose: string): Promise<void> {
    const question = relativeQuestion(this.api, link, purpose);
    this.show(await this.dialogs.open<FamilyLinkView, typeof question>(FamilyConsentDialog, question));
  }

  protected async withdraw(link: FamilyLinkView, line: FamilyConsentLineView): Promise<void> {
    this.show(await this.questions.ask(relativeWithdrawal(this.api, link, line)));
  }

  private asked(link: FamilyLinkView): Asked {
    return { api: this.api, link, today: this.dates.today(), sayDay: (iso) => this.dates.say(iso, 'day') };
  }

  private show(now: FamilyLinkView | null): void {
    if (now) this.view.set(now);
  }
}

/** A coordinator is asked to let a paused link go on, or for a step of somebody who may not be of age; for nothing else. */
const asksNothing = ({ state, asked, client, relative }: FamilyLinkView): boolean =>
  asked !== null || (state !== 'PAUSED' && !client.minor && !relative.minor);

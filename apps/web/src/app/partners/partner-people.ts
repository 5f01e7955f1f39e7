import { httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import type { PartnerPeopleView } from '@panah/contracts/partner-people.contract';
import { DateDisplay } from '../platform/dates/date-display';
import type { FormQuestion } from '../platform/form/form-question';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { StateMark } from '../platform/text/state-mark';
import { invitation, keyConfirmation, keyRefusal, personConfirmation, personEnd } from './partner-people-acts';
import { KEY_STATES, PERSON_STATES } from './partner-state';
import { partnerPath, PartnersApi } from './partners.api';

/** Who signs in for a partner, and the key that what is sealed for it opens with. */
@Component({
  selector: 'app-partner-people',
  imports: [DateDisplay, Icon, ProblemNotice, StateMark],
  templateUrl: './partner-people.html',
  styles: `
    .code {
      font-size: 1.25rem;
      letter-spacing: 0.08em;
      user-select: all;
    }
  `,
})
export class PartnerPeople {
  readonly partnerId = input.required<string>();

  private readonly partners = inject(PartnersApi);
  private readonly questions = inject(Questions);
  private readonly snack = inject(Snack);
  private readonly texts = inject(ProblemTexts);

  protected readonly people = httpResource<PartnerPeopleView>(() => `${partnerPath(this.partnerId())}/people`);
  /** Shown once: no answer but this one tells it. */
  protected readonly code = signal<string | null>(null);
  protected readonly personMarks = PERSON_STATES;
  protected readonly keyMarks = KEY_STATES;

  protected invite = () => this.ask(invitation(this.partners, this.partnerId()));
  protected confirmPerson = (id: string) => this.ask(personConfirmation(this.partners, this.partnerId(), id));
  protected endPerson = (id: string) => this.ask(personEnd(this.partners, this.partnerId(), id));
  protected confirmKey = (id: string) => this.ask(keyConfirmation(this.partners, this.partnerId(), id));
  protected refuseKey = (id: string) => this.ask(keyRefusal(this.partners, this.partnerId(), id));

  protected async newCode(personId: string): Promise<void> {
    try {
      this.show(await this.partners.about(this.partnerId(), `people/${personId}/invitation`, {}));
    } catch (thrown) {
      this.snack.say(this.texts.say(problemOf(thrown)));
    }
  }

  private async ask<Input extends object>(question: FormQuestion<PartnerPeopleView | null, Input>): Promise<void> {
    const now = await this.questions.ask(question);
    if (now) this.show(now);
  }

  private show(now: PartnerPeopleView): void {
    this.people.set(now);
    this.code.set(now.activationCode);
  }
}

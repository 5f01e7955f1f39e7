import { httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { HandingOnInput, type HandingOnView } from '@panah/contracts/handing-on.contract';
import { capacityCheck, freeChoiceCheck } from '@panah/domain/vocabulary/consents';
import { DateText } from '../platform/dates/date-text';
import { choicesOf } from '../platform/form/choices';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { State } from '../platform/text/state';
import { CounsellingApi, handingOnOf } from './counselling.api';
import { EpisodeAsks } from './episode-asks';

/** What becomes of one's private notes on the day one leaves (R-CN-07): nothing is left of them, or one colleague has them with the client's written consent. */
@Component({
  selector: 'app-handing-on',
  imports: [DateText, ProblemNotice, State],
  templateUrl: './handing-on-line.html',
})
export class HandingOnLine {
  readonly episodeId = input.required<string>();

  private readonly api = inject(CounsellingApi);
  private readonly asks = inject(EpisodeAsks);
  protected readonly refused = signal<Problem | null>(null);
  protected readonly handingOn = httpResource<HandingOnView>(() => handingOnOf(this.episodeId()));

  protected async handOn({ id, successors }: HandingOnView): Promise<void> {
    const agreed = await this.asks.ask({
      title: $localize`:@@counselling.handOnTitle:Leave them to a colleague`,
      text: $localize`:@@counselling.handOnText:Only with the client’s written consent. Until the day you leave nobody else reads them, or learns that they are there; from then on this colleague does.`,
      act: $localize`:@@counselling.handOnAct:Record the consent`,
      contract: HandingOnInput,
      start: { capacity: 'YES' },
      fields: [
        {
          name: 'successorId',
          label: $localize`:@@counselling.successor:The colleague whom the client named`,
          kind: 'select',
          choices: successors.map(({ id: code, name: label }) => ({ code, label })),
        },
        { name: 'evidence', label: $localize`:@@consents.evidence:Where the signed paper lies`, kind: 'text' },
        { name: 'givenOn', label: $localize`:@@counselling.signedOn:Signed on`, kind: 'day', optional: true },
        {
          name: 'freeChoice',
          label: $localize`:@@consents.freeChoice:Who was there`,
          kind: 'choice',
          inRow: true,
          choices: choicesOf(freeChoiceCheck),
        },
        {
          name: 'capacity',
          label: $localize`:@@consents.capacity:Could the person decide?`,
          kind: 'choice',
          inRow: true,
          choices: choicesOf(capacityCheck),
        },
      ],
      send: (input, intent) => this.api.handOn(id, input, intent),
    });
    if (agreed) this.handingOn.set(agreed);
  }

  protected async takeBack({ id }: HandingOnView): Promise<void> {
    this.refused.set(null);
    try {
      this.handingOn.set(await this.api.takeBack(id));
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }
}

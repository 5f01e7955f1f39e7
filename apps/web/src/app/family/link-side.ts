import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LinkSideView } from '@panah/contracts/family-links.contract';
import type { FamilyConsentLineView } from '@panah/contracts/family-wishes.contract';
import { contactChannel } from '@panah/domain/vocabulary/clients';
import { kinRelation, linkSide, relatedPersonContext } from '@panah/domain/vocabulary/family';
import { DateDisplay } from '../platform/dates/date-display';
import { Icon } from '../platform/icon/icon';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel } from '../platform/text/country-label';
import { State } from '../platform/text/state';
import { StateMark } from '../platform/text/state-mark';
import { RISK_LEVELS } from '../risk/risk-level.part';
import { accountFacts } from './account-facts';
import { ConsentLines } from './consent-lines';
import { DURESS, POSITIONS } from './family-states';
import { LadderList } from './ladder-list';

/** One of the two people of a link: what they wish, how they were heard, what they allow. Nothing in here looks at the other. */
@Component({
  selector: 'app-link-side',
  imports: [CodeLabel, ConsentLines, CountryLabel, DateDisplay, Icon, LadderList, RouterLink, State, StateMark],
  templateUrl: './link-side.html',
  styleUrl: './link-side.scss',
  host: { role: 'region', '[attr.aria-label]': 'label()' },
})
export class LinkSide {
  readonly side = input.required<LinkSideView>();
  /** The name of the column. */
  readonly label = input.required<string>();
  readonly allowsLabel = input.required<string>();
  /** Who the relative is to the client; said in one column only. */
  readonly relation = input<string>();
  readonly purposes = input.required<readonly string[]>();
  /** The steps that are open here. */
  readonly actions = input<readonly string[]>([]);
  readonly mayRecord = input(false);
  readonly mayWithdraw = input(false);
  readonly act = output<string>();
  readonly asked = output<string>();
  readonly withdrawn = output<FamilyConsentLineView>();

  protected readonly sides = linkSide;
  protected readonly relations = kinRelation;
  protected readonly contexts = relatedPersonContext;
  protected readonly channels = contactChannel;
  protected readonly positions = POSITIONS;
  protected readonly duress = DURESS;
  protected readonly risks = RISK_LEVELS;
  protected readonly factsOf = accountFacts;
  protected readonly otherNames = computed(() => this.side().names.filter((name) => name !== this.side().name));
}

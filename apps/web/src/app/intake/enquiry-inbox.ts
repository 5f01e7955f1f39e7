import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { EnquiryLineView } from '@panah/contracts/intake.contract';
import { caseSource, enquiryState } from '@panah/domain/vocabulary/intake';
import { DateText } from '../platform/dates/date-text';
import { choicesOf } from '../platform/form/choices';
import { Icon } from '../platform/icon/icon';
import { Facet } from '../platform/list/facet';
import { List, ListRow } from '../platform/list/list';
import type { ListColumn } from '../platform/list/list-page';
import { ListSource } from '../platform/list/list-source';
import { SessionStore } from '../platform/session/session-store';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel, LanguageLabel } from '../platform/text/country-label';
import { State } from '../platform/text/state';
import { DuplicateLines } from './duplicate-lines';
import { EnquiriesApi } from './enquiries.api';
import { EnquiryClock } from './enquiry-clock';
import { countryChoices } from '../platform/form/place-choices';

/** Who got in touch, danger first, then what runs out first. */
@Component({
  selector: 'app-enquiry-inbox',
  imports: [CodeLabel, CountryLabel, DateText, DuplicateLines, EnquiryClock, Facet, Icon, LanguageLabel, List, ListRow, RouterLink, State],
  templateUrl: './enquiry-inbox.html',
})
export class EnquiryInbox {
  private readonly enquiries = inject(EnquiriesApi);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  protected readonly mayCreate = this.session.may('enquiry:create');
  protected readonly mayAdmit = this.session.may('enquiry:admit');

  protected readonly sources = caseSource;
  protected readonly states = choicesOf(enquiryState);
  protected readonly dangers = [{ code: 'YES', label: $localize`:@@intake.dangerOnly:Danger now` }];
  protected readonly proposals = [{ code: 'YES', label: $localize`:@@intake.proposedOnly:Admission proposed` }];
  protected readonly countryChoices = countryChoices();
  protected readonly columns: readonly ListColumn[] = [
    { id: 'name', label: $localize`:@@intake.who:Who` },
    { id: 'clock', label: $localize`:@@intake.due:Due`, sort: 'urgency' },
    { id: 'language', label: $localize`:@@intake.language:Language`, wide: true },
    { id: 'received', label: $localize`:@@intake.received:Received`, sort: 'received', wide: true },
    { id: 'by', label: $localize`:@@intake.takenBy:Taken up by`, wide: true },
  ];
  protected readonly list = new ListSource<EnquiryLineView>((question) => this.enquiries.list(question), {
    facetNames: ['state', 'danger', 'proposed', 'country'],
  });

  protected open({ id }: EnquiryLineView): void {
    void this.router.navigate(['/enquiries', id]);
  }
}

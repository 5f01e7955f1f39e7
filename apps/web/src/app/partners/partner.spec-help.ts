import type { Type } from '@angular/core';
import type { PartnerReferralLineView, PartnerReferralsView } from '@panah/contracts/partner-referrals.contract';
import type { PartnerLineView, PartnerView } from '@panah/contracts/partners.contract';
import { openRoom } from '../platform/room.spec-help';
import { partnersRoutes } from './partners.routes';

export const HARBOUR: PartnerView = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  version: 3,
  name: 'Harbour Legal Clinic',
  type: 'LEGAL_CLINIC',
  country: 'AL',
  state: 'ACTIVE',
  services: ['LEGAL'],
  places: [{ service: 'LEGAL', people: 4 }],
  languages: ['sq'],
  agreementSignedOn: '2026-01-02',
  agreementValidTo: '2099-01-01',
  transferMechanism: 'SCC',
  securityCheckedOn: '2026-01-02',
  contacts: [{ name: 'Elira K.', task: null, reachedBy: 'by letter' }],
  remarks: null,
  actions: ['edit', 'suspend', 'end'],
};

export const line = (name: string, changes: Partial<PartnerLineView> = {}): PartnerLineView => ({
  id: `id-${name}`,
  name,
  type: 'LEGAL_CLINIC',
  country: 'AL',
  state: 'ACTIVE',
  services: ['LEGAL', 'HOUSING', 'HEALTH'],
  languages: [],
  agreementValidTo: null,
  ...changes,
});

export const lineAtPartner = (id: string): PartnerReferralLineView => ({
  id,
  caseId: 'c-1',
  caseRef: 'PA-7',
  service: 'LEGAL',
  state: 'RECEIVED',
  sentAt: '2026-03-01T08:00:00.000Z',
  openedAt: '2026-03-02T08:00:00.000Z',
  accessEndedAt: null,
  deletionConfirmedAt: null,
  deletionHeardOn: null,
});

/** What was sent to it: the first of many lines. */
export const AT_PARTNER: PartnerReferralsView = {
  id: HARBOUR.id,
  lent: { packages: 3, opened: 1, people: 2, referrals: 2 },
  affected: { people: 5, referrals: 6, opened: 4, confirmed: 1 },
  items: [lineAtPartner('r-1')],
  total: 201,
  next: 'more',
  actions: [],
};

/** The rooms of partners with a server that answers what the story says. */
export const openPartners = <Page>(url: string, page: Type<Page>, words: readonly string[] = []) =>
  openRoom({ routes: [{ path: 'partners', children: partnersRoutes }], words }, url, page);

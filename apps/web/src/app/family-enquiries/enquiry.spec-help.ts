import type { Type } from '@angular/core';
import type { FamilyFreezeView, FamilyMatchView } from '@panah/contracts/family-enquiries.contract';
import { openRoom } from '../platform/room.spec-help';
import { enquiriesRoutes, freezesRoutes, matchesRoutes } from './enquiries.routes';

export const SENTENCE = 'We take messages. We can never say whether we know someone.';

export const MATCH: FamilyMatchView = {
  id: '0199aaaa-0000-7000-8000-0000000000f1',
  version: 2,
  linkId: '0199aaaa-0000-7000-8000-0000000000b1',
  ownLink: false,
  linkState: 'TRACING',
  state: 'PROPOSED',
  likeness: 'LIKELY',
  score: 78,
  foundAt: '2026-11-20T02:40:00Z',
  confirmedBy: null,
  reasons: ['NAMES', 'BIRTH', 'OTHER_FATHER'],
  askingNames: ['نیلوفر', 'Nilufar'],
  askingRelation: 'DAUGHTER',
  soughtNames: ['Shirin R.'],
  soughtBirth: null,
  clientName: 'شیرین',
  relativeNames: ['Nilufar'],
  words: 'I was four. I only want her to know that I am alive.',
  actions: ['confirm', 'refuse'],
};

export const FREEZE: FamilyFreezeView = {
  id: '0199aaaa-0000-7000-8000-0000000000f2',
  version: 1,
  shared: ['TELEPHONE', 'WORDING'],
  enquiries: 3,
  first: '2026-11-18T09:00:00Z',
  last: '2026-11-20T09:00:00Z',
  state: 'OPEN',
  askingNames: ['Behruz', 'Behruz K.', 'Parviz'],
  words: ['Where is he?', 'Where is he?', 'Tell me.'],
  actions: ['decide'],
};

const ROUTES = [
  { path: 'family-enquiries', children: enquiriesRoutes },
  { path: 'family-matches', children: matchesRoutes },
  { path: 'family-freezes', children: freezesRoutes },
];

/** The rooms of relatives' enquiries with a server that answers what the story says. */
export const openEnquiries = <Page>(url: string, page: Type<Page>) => openRoom({ routes: ROUTES, words: [] }, url, page);

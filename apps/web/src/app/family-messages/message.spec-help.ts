import type { Type } from '@angular/core';
import type { FamilyMessageView, LeakView } from '@panah/contracts/family-messages.contract';
import { openRoom } from '../platform/room.spec-help';
import { messagesRoutes } from './messages.routes';

const ID = '0199aaaa-0000-7000-8000-0000000000e1';
export const PATH = `/api/family-messages/${ID}`;
export const TEXT = 'I live in Tirana now, and on Friday I sing.';
const WRITER = { id: '0199aaaa-0000-7000-8000-0000000000d1', name: 'Links Officer' };
const REVIEWER = { id: '0199aaaa-0000-7000-8000-0000000000d2', name: 'Second Reader' };

export const leak = (kind: string, words: string, text = TEXT): LeakView => {
  const start = text.indexOf(words);
  return { key: `v1:${kind}:${String(start)}`, kind, start, end: start + words.length };
};

/** One that is looked over by the reader: a place and a day are highlighted in it. */
export const IN_REVIEW: FamilyMessageView = {
  id: ID,
  version: 3,
  linkId: null,
  state: 'IN_REVIEW',
  direction: 'TO_RELATIVE',
  language: 'en',
  how: 'DICTATED',
  body: TEXT,
  versions: [],
  translation: null,
  translationLanguage: null,
  leaks: [leak('CITY', 'Tirana'), leak('WEEKDAY', 'Friday')],
  translationLeaks: [],
  attachments: [],
  returns: [],
  writtenBy: WRITER,
  reviewedBy: REVIEWER,
  translatedBy: null,
  approvedBy: null,
  passed: false,
  rejectAsked: null,
  holdReason: null,
  submittedAt: '2026-11-20T09:00:00Z',
  releasedAt: null,
  crossingId: null,
  deliveredAt: null,
  reaction: null,
  translators: [{ id: '0199aaaa-0000-7000-8000-0000000000d3', name: 'Third Person' }],
  actions: ['return', 'ask-rejection', 'translate', 'approve'],
};

/** The same before it is handed in, for its writer. */
export const DRAFT: FamilyMessageView = {
  ...IN_REVIEW,
  linkId: '0199aaaa-0000-7000-8000-0000000000b1',
  state: 'DRAFT',
  leaks: [],
  reviewedBy: null,
  submittedAt: null,
  translators: [],
  actions: ['write', 'submit'],
};

/** The room of messages with a server that answers what the story says. */
export const openMessages = <Page>(url: string, page: Type<Page>, words: readonly string[] = ['family-message:read']) =>
  openRoom({ routes: [{ path: 'family-messages', children: messagesRoutes }], words }, url, page);

/** One message on its page. */
export async function openMessage(view: FamilyMessageView) {
  const { MessagePage } = await import('./message-page');
  const opened = await openMessages(`/family-messages/${view.id}`, MessagePage);
  opened.server.expectOne(PATH).flush(view);
  await opened.settle();
  return opened;
}

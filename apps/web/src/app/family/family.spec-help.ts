import type { Type } from '@angular/core';
import type { Routes } from '@angular/router';
import type { FamilyApprovalView, FamilyLinkLineView, FamilyLinkView, LinkSideView } from '@panah/contracts/family-links.contract';
import type { FamilyWishView, RelativeAccountView } from '@panah/contracts/family-wishes.contract';
import { openRoom } from '../platform/room.spec-help';
import { approvalsRoutes, linksRoutes } from './links.routes';

export const CASE = '0199aaaa-0000-7000-8000-0000000000c1';
const OFFICER = { id: '0199aaaa-0000-7000-8000-0000000000d1', name: 'Links Officer' };

export const ACCOUNT: RelativeAccountView = {
  names: ['شهناز', 'Shahnaz'],
  relation: 'SISTER',
  sex: null,
  birth: null,
  fatherName: 'Hassan',
  motherName: null,
  birthPlace: null,
  lastKnownPlace: 'By the river',
  lastKnownOn: null,
  separation: 'FLIGHT',
  circumstances: null,
};

export const WISH: FamilyWishView = {
  id: '0199aaaa-0000-7000-8000-0000000000a1',
  version: 4,
  caseId: CASE,
  name: 'شهناز',
  relation: 'SISTER',
  face: 'NOTED',
  notedAt: '2026-11-02T10:00:00Z',
  begunOn: null,
  answerOn: null,
  answered: false,
  inContactSince: null,
  endedAt: null,
  relative: ACCOUNT,
  wish: 'To hear her voice once more.',
  warnedAt: null,
  consents: [],
  allowed: { ladder: 'NOTHING', permissions: [] },
  actions: ['edit', 'warn', 'consent', 'withdraw', 'stop'],
};

/** The same wish once it has begun. */
export const BEGUN: FamilyWishView = {
  ...WISH,
  face: 'IN_PROGRESS',
  begunOn: '2026-11-09',
  answerOn: '2027-02-08',
  warnedAt: '2026-11-09T09:00:00Z',
  consents: [
    {
      id: 'c-8',
      purpose: 'C08_TRACING',
      state: 'ACTIVE',
      scope: ['RED_CROSS'],
      givenAt: '2026-11-09T09:00:00Z',
      expiresAt: '2027-11-09T00:00:00Z',
    },
    {
      id: 'c-9',
      purpose: 'C09_DISCLOSE_REL',
      state: 'ACTIVE',
      scope: ['ALIVE_ONLY'],
      givenAt: '2026-11-09T09:00:00Z',
      expiresAt: '2027-05-09T00:00:00Z',
    },
  ],
  allowed: { ladder: 'ALIVE_ONLY', permissions: [] },
};

const side = (of: Partial<LinkSideView>): LinkSideView => ({
  side: 'CLIENT',
  name: 'شیرین',
  names: ['شیرین', 'Shirin'],
  caseId: CASE,
  wish: 'To hear her voice once more.',
  position: 'CONSENTED',
  heard: { on: '2026-11-09', spokenDirectly: true, alone: true, duress: 'PASSED', by: OFFICER },
  risk: 'HIGH',
  riskNote: null,
  consents: BEGUN.consents,
  allowed: BEGUN.allowed,
  isClient: true,
  minor: false,
  safeguard: null,
  contactPoints: [],
  country: null,
  context: null,
  account: null,
  ...of,
});

export const LINK: FamilyLinkView = {
  id: '0199aaaa-0000-7000-8000-0000000000b1',
  version: 7,
  state: 'AWAITING_RELATIVE',
  stateBefore: null,
  pauseReason: null,
  relation: 'SISTER',
  client: side({ riskNote: 'None that we know of.' }),
  relative: side({
    side: 'RELATIVE',
    name: 'شهناز',
    names: ['شهناز', 'Shahnaz'],
    caseId: null,
    isClient: false,
    wish: null,
    position: 'ASKED',
    risk: 'MEDIUM',
    riskNote: 'Her neighbours ask questions.',
    consents: [],
    allowed: { ladder: 'NOTHING', permissions: [] },
    contactPoints: [{ kind: 'PHONE_CALL', value: '+49 30 0000000', rule: 'in the evening' }],
    country: 'DE',
    context: 'DIASPORA_FREE',
    account: ACCOUNT,
  }),
  ladder: 'NOTHING',
  verification: 'V2',
  verifications: [
    { level: 'V2', how: 'Three questions, each side alone.', context: 'DIASPORA_FREE', by: OFFICER, at: '2026-11-10T10:00:00Z' },
  ],
  needsSecondVerifier: false,
  tracingPlan: 'The Red Cross first.',
  methods: ['RED_CROSS'],
  tracing: [
    {
      id: 't-1',
      method: 'RED_CROSS',
      on: '2026-11-09',
      outcome: 'LOCATED',
      details: 'An answer by letter.',
      externalRef: 'RC-17',
      by: OFFICER,
    },
  ],
  approach: {
    clientRisk: 'None that we know of.',
    relativeRisk: 'Her neighbours ask questions.',
    channel: 'By telephone, in the evening.',
    channelSafe: true,
    writtenBy: OFFICER,
    approvedBy: { id: 'k', name: 'A Coordinator' },
    approvedAt: '2026-11-11T10:00:00Z',
    lapsesOn: '2027-01-10',
  },
  contacts: [],
  tellings: [],
  toClient: 0,
  toRelative: 0,
  coolingUntil: null,
  route: 'NONE',
  routeSteps: [],
  outcome: null,
  officers: [{ ...OFFICER, side: 'CLIENT' }],
  history: [{ event: 'approach', from: 'APPROACH_APPROVED', to: 'AWAITING_RELATIVE', by: OFFICER, at: '2026-11-12T18:00:00Z', note: null }],
  asked: null,
  actions: ['pause', 'hear', 'consent', 'withdraw', 'relative_consents', 'relative_declines', 'tell', 'assign'],
};

export const lineOf = (clientName: string, changes: Partial<FamilyLinkLineView> = {}): FamilyLinkLineView => ({
  id: `link-${clientName}`,
  version: 1,
  state: 'TRACING',
  stateBefore: null,
  clientName,
  relativeName: 'Somebody',
  relation: 'BROTHER',
  lastStepAt: '2026-11-12T18:00:00Z',
  due: null,
  actions: [],
  ...changes,
});

export const APPROVAL: FamilyApprovalView = {
  id: LINK.id,
  version: 5,
  kind: 'APPROACH',
  asked: null,
  reason: null,
  pauseReason: null,
  clientMinor: false,
  relativeMinor: false,
  safeguards: [],
  channelSafe: true,
  state: 'VERIFIED',
  relation: 'SISTER',
  context: 'DIASPORA_FREE',
  verification: 'V2',
  clientAllows: { ladder: 'ALIVE_ONLY', permissions: [] },
  relativeAllows: { ladder: 'NOTHING', permissions: [] },
  clientRisk: 'None that we know of.',
  relativeRisk: 'Her neighbours ask questions.',
  relativeLevel: 'MEDIUM',
  channel: 'By telephone, in the evening.',
  askedBy: OFFICER,
  askedAt: '2026-11-10T10:00:00Z',
  actions: ['approve_approach', 'stop_unsafe'],
};

const WORDS = ['report:read-family', 'family-link:read', 'family-link:note', 'family-link:list', 'family-link:see-approvals'];

/** The rooms of family links with a server that answers what the story says. */
export const openFamily = <Page>(url: string, page: Type<Page>) => openRoom({ routes: ROUTES, words: WORDS }, url, page);

const ROUTES: Routes = [
  {
    path: 'cases/:caseId/family',
    children: [
      { path: 'new', loadComponent: () => import('./wish-form.part').then((m) => m.WishForm) },
      { path: ':wishId', loadComponent: () => import('./wish-page.part').then((m) => m.WishPage) },
      { path: ':wishId/edit', loadComponent: () => import('./wish-form.part').then((m) => m.WishForm) },
      { path: ':wishId/sheet', loadComponent: () => import('./wish-sheet.part').then((m) => m.WishSheet) },
    ],
  },
  { path: 'family-links', children: linksRoutes },
  { path: 'family-approvals', children: approvalsRoutes },
];

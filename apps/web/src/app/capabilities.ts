import type { Type } from '@angular/core';
import type { LoadChildrenCallback, Routes } from '@angular/router';
import type { FinderFactory } from './platform/finder/finder-hit';
import type { IconName } from './platform/icon/icons';

/** One room of the house, as the web app sees it. The order of this list is the order of the navigation. */
export interface Capability {
  path: string;
  /** The word of the access table without which the room does not exist for this person. */
  word: string;
  /** Without a label the room has no entry in the navigation. */
  navLabel?: string;
  icon?: IconName;
  loadChildren: LoadChildrenCallback;
  /** What this room adds to the finder (Ctrl/⌘ K); loaded at the first use. */
  finder?: () => Promise<FinderFactory>;
  /** What this room shows at the top of every page, whatever room one is in. */
  strip?: () => Promise<Type<unknown>>;
}

export const CAPABILITIES: readonly Capability[] = [
  {
    path: '',
    word: 'day:read',
    navLabel: $localize`:@@day.title:My day`,
    icon: 'day',
    loadChildren: () => import('./day/day.routes').then((m) => m.dayRoutes),
  },
  {
    path: 'board',
    word: 'board:read',
    navLabel: $localize`:@@board.title:Board`,
    icon: 'table',
    loadChildren: () => import('./board/board.routes').then((m) => m.boardRoutes),
  },
  {
    path: 'clients',
    word: 'client:search',
    loadChildren: () => import('./clients/clients.routes').then((m) => m.clientsRoutes),
    finder: () => import('./clients/client-finder').then((m) => m.clientFinder),
  },
  {
    path: 'enquiries',
    word: 'enquiry:list',
    navLabel: $localize`:@@intake.inbox:Enquiries`,
    icon: 'inbox',
    loadChildren: () => import('./intake/intake.routes').then((m) => m.intakeRoutes),
  },
  {
    path: 'family-enquiries',
    word: 'family-enquiry:enter',
    navLabel: $localize`:@@familyEnquiries.title:Asked for a person`,
    icon: 'phone',
    loadChildren: () => import('./family-enquiries/enquiries.routes').then((m) => m.enquiriesRoutes),
  },
  {
    path: 'cases',
    word: 'case:list',
    navLabel: $localize`:@@cases.title:Caseload`,
    icon: 'cases',
    loadChildren: () => import('./cases/cases.routes').then((m) => m.casesRoutes),
  },
  {
    path: 'specialist-requests',
    word: 'specialist:see-queue',
    navLabel: $localize`:@@specialists.title:Requests`,
    icon: 'inbox',
    loadChildren: () => import('./specialists/specialists.routes').then((m) => m.specialistsRoutes),
  },
  {
    path: 'counselling',
    word: 'counselling:list',
    navLabel: $localize`:@@counselling.title:Counselling`,
    icon: 'talk',
    loadChildren: () => import('./counselling/counselling.routes').then((m) => m.counsellingRoutes),
  },
  {
    path: 'housing',
    word: 'placement:list',
    navLabel: $localize`:@@housing.title:Housing`,
    icon: 'home',
    loadChildren: () => import('./housing/housing.routes').then((m) => m.housingRoutes),
  },
  {
    path: 'family-links',
    word: 'family-link:list',
    navLabel: $localize`:@@family.links:Family links`,
    icon: 'family',
    loadChildren: () => import('./family/links.routes').then((m) => m.linksRoutes),
  },
  {
    path: 'family-messages',
    word: 'family-message:list',
    navLabel: $localize`:@@familyMessages.title:Messages`,
    icon: 'mail',
    loadChildren: () => import('./family-messages/messages.routes').then((m) => m.messagesRoutes),
  },
  {
    path: 'family-matches',
    word: 'family-match:read',
    navLabel: $localize`:@@familyEnquiries.matches:Matches`,
    icon: 'search',
    loadChildren: () => import('./family-enquiries/enquiries.routes').then((m) => m.matchesRoutes),
  },
  {
    path: 'approvals',
    word: 'board:read',
    navLabel: $localize`:@@board.approvals:Approvals`,
    icon: 'done',
    loadChildren: () => import('./board/board.routes').then((m) => m.approvalsRoutes),
    strip: () => import('./board/waiting-count.part').then((m) => m.WaitingCount),
  },
  {
    path: 'family-approvals',
    word: 'family-link:see-approvals',
    navLabel: $localize`:@@family.approvals:Family approvals`,
    icon: 'family',
    loadChildren: () => import('./family/links.routes').then((m) => m.approvalsRoutes),
  },
  {
    path: 'family-freezes',
    word: 'family-freeze:read',
    navLabel: $localize`:@@familyEnquiries.freezes:Stopped enquiries`,
    icon: 'pause',
    loadChildren: () => import('./family-enquiries/enquiries.routes').then((m) => m.freezesRoutes),
  },
  {
    path: 'deadlines',
    word: 'deadline:read',
    navLabel: $localize`:@@asylum.deadlines:Deadlines`,
    icon: 'calendar',
    loadChildren: () => import('./asylum/asylum.routes').then((m) => m.deadlinesRoutes),
  },
  {
    path: 'incidents',
    word: 'incident:read',
    navLabel: $localize`:@@incidents.title:Incidents`,
    icon: 'alert',
    loadChildren: () => import('./incidents/incidents.routes').then((m) => m.incidentsRoutes),
  },
  {
    path: 'report-incident',
    word: 'incident:report',
    navLabel: $localize`:@@incidents.reportTitle:Report an incident`,
    icon: 'plus',
    loadChildren: () => import('./incidents/incidents.routes').then((m) => m.incidentReportRoutes),
  },
  {
    path: 'duty',
    word: 'duty:read',
    navLabel: $localize`:@@duty.title:Duty`,
    icon: 'shield',
    loadChildren: () => import('./duty/duty.routes').then((m) => m.dutyRoutes),
    strip: () => import('./duty/duty-strip.part').then((m) => m.DutyStrip),
  },
  {
    path: 'reports',
    word: 'report:read',
    navLabel: $localize`:@@cases.reports:Reports`,
    icon: 'chart',
    loadChildren: () => import('./cases/reports.routes').then((m) => m.reportsRoutes),
  },
  { path: 'report-cases', word: 'report:read', loadChildren: () => import('./board/board.routes').then((m) => m.filesBehindRoutes) },
  {
    path: 'absences',
    word: 'absence:read',
    navLabel: $localize`:@@absences.title:Absence`,
    icon: 'calendar',
    loadChildren: () => import('./absences/absences.routes').then((m) => m.absencesRoutes),
  },
  {
    path: 'partners',
    word: 'partner:list',
    navLabel: $localize`:@@partners.title:Partners`,
    icon: 'team',
    loadChildren: () => import('./partners/partners.routes').then((m) => m.partnersRoutes),
  },
  {
    path: 'inbox',
    word: 'inbox:list',
    navLabel: $localize`:@@referrals.inbox:Inbox`,
    icon: 'inbox',
    loadChildren: () => import('./referrals/inbox.routes').then((m) => m.inboxRoutes),
  },
  {
    path: 'inbox-key',
    word: 'inbox-key:read',
    navLabel: $localize`:@@partners.inboxKey:Key`,
    icon: 'key',
    loadChildren: () => import('./partners/inbox-key.routes').then((m) => m.inboxKeyRoutes),
  },
  {
    path: 'audit',
    word: 'audit:read',
    navLabel: $localize`:@@audit.title:Log`,
    icon: 'log',
    loadChildren: () => import('./audit/audit.routes').then((m) => m.auditRoutes),
  },
  {
    path: 'staff',
    word: 'staff:list',
    navLabel: $localize`:@@staff.title:Staff`,
    icon: 'person',
    loadChildren: () => import('./staff/staff.routes').then((m) => m.staffRoutes),
  },
  {
    path: 'withdrawals',
    word: 'withdrawal:hear',
    navLabel: $localize`:@@consents.heardNav:Withdrawals`,
    icon: 'undo',
    loadChildren: () => import('./consents/withdrawals.routes').then((m) => m.withdrawalsRoutes),
  },
  {
    path: 'health',
    word: 'health:read',
    navLabel: $localize`:@@health.title:System`,
    icon: 'shield',
    loadChildren: () => import('./health/health.routes').then((m) => m.healthRoutes),
  },
  { path: 'account', word: 'account:read', loadChildren: () => import('./staff/account.routes').then((m) => m.accountRoutes) },
  { path: 'sessions', word: 'session:read', loadChildren: () => import('./staff/account.routes').then((m) => m.sessionsRoutes) },
];

/** Pages in front of the door, without a session and without the shell: activation, the first account. */
export const DOORSTEP: Routes = [
  { path: 'activate', loadChildren: () => import('./staff/doorstep.routes').then((m) => m.activateRoutes) },
  { path: 'first-account', loadChildren: () => import('./staff/doorstep.routes').then((m) => m.firstAccountRoutes) },
];

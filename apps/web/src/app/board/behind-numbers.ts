import type { OutcomeCaseView } from '@panah/contracts/journey-reports.contract';
import type { HousingReportCasesView } from '@panah/contracts/housing-reports.contract';
import type { ContactCaseView, OnTimeCaseView } from '@panah/contracts/practice-lists.contract';
import { onTimePart } from '@panah/domain/vocabulary/board';
import { riskLevel } from '@panah/domain/vocabulary/cases';
import { destination, placementKind } from '@panah/domain/vocabulary/housing';
import { outcomeDomain } from '@panah/domain/vocabulary/plans';
import { outcomeAnswer, outcomeChange, reviewPoint } from '@panah/domain/vocabulary/reintegration';
import { type Choice, choicesOf } from '../platform/form/choices';
import { saysCode } from '../platform/form/stale-edits';
import type { Api } from '../platform/http/api';
import type { IconName } from '../platform/icon/icons';
import type { ListColumn, ListPage, ListQuestion } from '../platform/list/list-page';
import { NumberText } from '../platform/text/number-text';
import type { StateTone } from '../platform/text/state';
import type { CountedFile } from './case-person';
import { REFERRALS_BEHIND } from './referrals-behind';

/** What a cell shows: words, a day, a level of risk, or a state as icon and word. */
export type Cell = { words: string } | { day: string } | { level: string } | { icon: IconName; tone: StateTone; words: string };

export interface CellColumn<Row> extends ListColumn {
  cell(row: Row): Cell;
}

/** The list of files behind one number of the reports: what is counted, how it can be narrowed, and what each line says. */
export interface FilesBehind<Row extends CountedFile = CountedFile> {
  title: string;
  text: string;
  /** Which part of the file a line opens. */
  room?: string;
  /** What the pressed number asks for beside the facets: a period, an office, a worker. */
  asks: readonly string[];
  facets: readonly { name: string; label: string; choices: readonly Choice[] }[];
  columns: readonly CellColumn<Row>[];
  load(api: Api, question: ListQuestion): Promise<ListPage<Row>>;
}

const number = (value: number): string => new NumberText().transform(value);
const listOf =
  (report: string) =>
  <Row>(api: Api, question: ListQuestion): Promise<ListPage<Row>> =>
    api.list(`/api/reports/${report}/cases`, question);

const WORKER: CellColumn<{ worker: { name: string } | null }> = {
  id: 'worker',
  label: $localize`:@@board.worker:Worker`,
  wide: true,
  cell: ({ worker }) => ({ words: worker?.name ?? '' }),
};
const BASELINE: CellColumn<OutcomeCaseView> = {
  id: 'baseline',
  label: $localize`:@@board.baseline:Baseline`,
  cell: ({ baselineOn }) => ({ day: baselineOn }),
};
const IN_TIME = $localize`:@@board.inTime:In time`;
const NOT_IN_TIME = $localize`:@@board.notInTime:Not in time`;
const STABLE = $localize`:@@board.stable:Stable`;
const NOT_STABLE = $localize`:@@board.notStable:Not yet`;
const NEWEST_BEGINNING = $localize`:@@board.p24Cases:The cases that were counted, the newest beginning first.`;

const yesOrNo = (yes: string, no: string): readonly Choice[] => [
  { code: 'YES', label: yes },
  { code: 'NO', label: no },
];
const kept = (inTime: boolean): Cell =>
  inTime ? { icon: 'done', tone: 'good', words: IN_TIME } : { icon: 'clock', tone: 'due', words: NOT_IN_TIME };

const contactStandard: FilesBehind<ContactCaseView> = {
  title: $localize`:@@board.p08:Contact in the agreed rhythm`,
  text: $localize`:@@board.p08Cases:The cases whose weeks were counted; where most were missed comes first.`,
  asks: ['worker', 'from', 'to'],
  facets: [{ name: 'level', label: $localize`:@@board.risk:Risk`, choices: choicesOf(riskLevel) }],
  columns: [
    { id: 'level', label: $localize`:@@board.risk:Risk`, cell: ({ level }) => ({ level }) },
    {
      id: 'weeks',
      label: $localize`:@@board.weeksKept:Weeks kept`,
      numeric: true,
      cell: ({ count, of }) => ({ words: $localize`:@@board.weeksOf:${number(count)}:count: of ${number(of)}:of:` }),
    },
    WORKER,
  ],
  load: listOf('contact-standard'),
};

const onTime: FilesBehind<OnTimeCaseView> = {
  title: $localize`:@@board.p09:Assessment and plan in time`,
  text: $localize`:@@board.p09Cases:The cases that were counted, newest first.`,
  asks: ['office', 'from', 'to'],
  facets: [
    { name: 'part', label: $localize`:@@board.which:Which`, choices: choicesOf(onTimePart) },
    { name: 'kept', label: IN_TIME, choices: yesOrNo(IN_TIME, NOT_IN_TIME) },
  ],
  columns: [
    { id: 'opened', label: $localize`:@@board.opened:Opened`, cell: ({ openedOn }) => ({ day: openedOn }) },
    { id: 'assessed', label: $localize`:@@board.assessment:Assessment`, cell: ({ assessed }) => kept(assessed) },
    { id: 'planned', label: $localize`:@@board.plan:Plan`, cell: ({ planned }) => kept(planned) },
    WORKER,
  ],
  load: listOf('on-time'),
};

const answer = (level: string | null): Cell => ({ words: saysCode(outcomeAnswer)(level ?? '?') });

/** Each case with the two levels that were compared; some domains are counted without their cases. */
const reintegration: FilesBehind<OutcomeCaseView> = {
  title: $localize`:@@board.p24:Before and after`,
  text: NEWEST_BEGINNING,
  room: 'independence',
  asks: [],
  facets: [
    {
      name: 'domain',
      label: $localize`:@@board.domain:Domain`,
      choices: choicesOf(outcomeDomain).filter(({ code }) => !['D03', 'D09', 'D10'].includes(code)),
    },
    {
      name: 'point',
      label: $localize`:@@board.pointCut:Point`,
      choices: choicesOf(reviewPoint).filter(({ code }) => ['M6', 'M12', 'M24'].includes(code)),
    },
    { name: 'change', label: $localize`:@@board.change:Change`, choices: choicesOf(outcomeChange) },
  ],
  columns: [
    BASELINE,
    { id: 'before', label: $localize`:@@board.levelBefore:At the beginning`, cell: ({ before }) => answer(before) },
    { id: 'after', label: $localize`:@@board.levelAfter:At this point`, cell: ({ after }) => answer(after) },
    WORKER,
  ],
  load: listOf('reintegration'),
};

const stableIndependence: FilesBehind<OutcomeCaseView> = {
  title: $localize`:@@board.p25:Stable independence`,
  text: NEWEST_BEGINNING,
  room: 'independence',
  asks: ['office'],
  facets: [{ name: 'stable', label: STABLE, choices: yesOrNo(STABLE, NOT_STABLE) }],
  columns: [
    BASELINE,
    {
      id: 'stable',
      label: STABLE,
      cell: ({ stable }) => (stable ? { icon: 'done', tone: 'good', words: STABLE } : { icon: 'clock', tone: 'plain', words: NOT_STABLE }),
    },
    WORKER,
  ],
  load: listOf('stable-independence'),
};

/** Of a stay or a request; the number knows the file by its reference alone. */
type HousedFile = CountedFile & Pick<HousingReportCasesView['items'][number], 'kind' | 'destination' | 'on' | 'days'>;

const housedBehind =
  (report: string) =>
  async (api: Api, { facets }: ListQuestion): Promise<ListPage<HousedFile>> => {
    const { items, total } = await api.read<HousingReportCasesView>(
      `/api/reports/${report}-cases?${new URLSearchParams({ ...facets }).toString()}`,
    );
    return { items: items.map((one) => ({ ...one, id: one.caseId, name: null, pseudonym: null })), total, next: null };
  };
const LEFT_OUT: Choice = { code: 'LEFT_OUT', label: $localize`:@@housing.partLeftOut:Not counted` };
const PART = $localize`:@@housing.part:Part`;
const FILES_COUNTED = $localize`:@@housing.behindSub:The files that were counted`;
const KIND: CellColumn<HousedFile> = {
  id: 'kind',
  label: $localize`:@@housing.kind:Kind of place`,
  cell: ({ kind }) => ({ words: saysCode(placementKind)(kind) }),
};
const DAYS: CellColumn<HousedFile> = {
  id: 'days',
  label: $localize`:@@board.days:Days`,
  numeric: true,
  cell: ({ days }) => ({ words: number(days ?? 0) }),
};

const timeToHousing: FilesBehind<HousedFile> = {
  title: $localize`:@@housing.p11:Time to a place to live`,
  text: FILES_COUNTED,
  room: 'housing',
  asks: ['key', 'by', 'from', 'to'],
  facets: [
    {
      name: 'part',
      label: PART,
      choices: [
        { code: 'HOUSED', label: $localize`:@@housing.partHoused:Moved in` },
        { code: 'WAITING', label: $localize`:@@housing.partWaiting:Still waiting` },
        LEFT_OUT,
      ],
    },
  ],
  columns: [KIND, { id: 'on', label: $localize`:@@housing.neededFrom:From`, cell: ({ on }) => ({ day: on }) }, DAYS],
  load: housedBehind('time-to-housing'),
};

const positiveMoveOn: FilesBehind<HousedFile> = {
  title: $localize`:@@housing.p14:Moving on well`,
  text: FILES_COUNTED,
  room: 'housing',
  asks: ['key', 'from', 'to'],
  facets: [
    { name: 'part', label: PART, choices: [{ code: 'POSITIVE', label: $localize`:@@housing.partPositive:Moved on well` }, LEFT_OUT] },
  ],
  columns: [
    KIND,
    { id: 'on', label: $localize`:@@housing.movedOutOn:Moved out on`, cell: ({ on }) => ({ day: on }) },
    {
      id: 'destination',
      label: $localize`:@@housing.destination:Where to`,
      cell: ({ destination: where }) => ({ words: saysCode(destination)(where) }),
    },
    DAYS,
  ],
  load: housedBehind('positive-move-on'),
};

const BEHIND: Readonly<Record<string, FilesBehind>> = {
  'contact-standard': contactStandard,
  'on-time': onTime,
  reintegration,
  'stable-independence': stableIndependence,
  'time-to-housing': timeToHousing,
  'positive-move-on': positiveMoveOn,
  ...REFERRALS_BEHIND,
};

/** By the name of the report in the address; null for a report without a list. */
export const filesBehind = (report: string | undefined): FilesBehind | null =>
  report !== undefined && Object.hasOwn(BEHIND, report) ? (BEHIND[report] ?? null) : null;

import type { ReferralReportCasesView } from '@panah/contracts/referral-reports.contract';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { referralState, referralUrgency } from '@panah/domain/vocabulary/referrals';
import { saysCode } from '../platform/form/stale-edits';
import type { Api } from '../platform/http/api';
import type { ListPage, ListQuestion } from '../platform/list/list-page';
import { NumberText } from '../platform/text/number-text';
import type { CellColumn, FilesBehind } from './behind-numbers';
import type { CountedFile } from './case-person';

type ReferredFile = CountedFile & Omit<ReferralReportCasesView['items'][number], 'id'>;

const COLUMNS: readonly CellColumn<ReferredFile>[] = [
  { id: 'partner', label: $localize`:@@referrals.partner:Partner`, cell: ({ partner }) => ({ words: partner }) },
  {
    id: 'service',
    label: $localize`:@@referrals.service:Service`,
    wide: true,
    cell: ({ service }) => ({ words: saysCode(serviceRequested)(service) }),
  },
  {
    id: 'urgency',
    label: $localize`:@@referrals.urgency:Urgency`,
    wide: true,
    cell: ({ urgency }) => ({ words: saysCode(referralUrgency)(urgency) }),
  },
  { id: 'state', label: $localize`:@@referrals.state:State`, cell: ({ state }) => ({ words: saysCode(referralState)(state) }) },
  { id: 'sent', label: $localize`:@@referrals.sentOn:Sent on`, cell: ({ sentOn }) => ({ day: sentOn }) },
  {
    id: 'hours',
    label: $localize`:@@referrals.inHours:Hours`,
    numeric: true,
    cell: ({ hours }) => ({ words: new NumberText().transform(Math.round(hours)) }),
  },
];

const loadOf =
  (report: string) =>
  async (api: Api, { facets }: ListQuestion): Promise<ListPage<ReferredFile>> => {
    const { items, total } = await api.read<ReferralReportCasesView>(
      `/api/reports/${report}/cases?${new URLSearchParams({ ...facets }).toString()}`,
    );
    return { items: items.map((one) => ({ ...one, id: one.caseId, name: null, pseudonym: null })), total, next: null };
  };
const behind = (report: string, title: string, asks: readonly string[]): FilesBehind<ReferredFile> => ({
  title,
  text: $localize`:@@referrals.behindSub:The referrals that were counted, the newest first`,
  room: 'referrals',
  asks,
  facets: [],
  columns: COLUMNS,
  load: loadOf(report),
});

/** The referrals behind the numbers of P-30 to P-32. */
export const REFERRALS_BEHIND: Readonly<Record<string, FilesBehind>> = {
  'referral-answers': behind('referral-answers', $localize`:@@referrals.p30:Time until a partner decides`, ['key', 'by', 'from', 'to']),
  'referral-acceptance': behind('referral-acceptance', $localize`:@@referrals.p31:How often partners accept`, ['key', 'by', 'from', 'to']),
  'referral-loop': behind('referral-loop', $localize`:@@referrals.p32:Whether we hear what became of it`, ['key', 'from', 'to']),
};

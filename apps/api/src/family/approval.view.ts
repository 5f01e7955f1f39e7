import type { FamilyApprovalView } from '@panah/contracts/family-links.contract';
import { allowedOf } from '@panah/domain/family/grounds';
import type { Word } from '@panah/domain/access/access-table';
import { currentActor, hasWord } from '../platform/access/current-reach';
import type { Besides } from './approval.records';
import type { LinkGround, OpenLink } from './link.entity';
import { allowedView } from './wish.view';

export interface Waiting {
  link: OpenLink;
  grounds: readonly LinkGround[];
  besides: Besides;
  names: ReadonlyMap<string, string>;
}

type Kind = 'APPROACH' | 'STEP' | 'NOTHING';
const ACTIONS: Readonly<Record<Kind, readonly { name: string; word: Word }[]>> = {
  APPROACH: [
    { name: 'approve_approach', word: 'family-link:approve_approach' },
    { name: 'stop_unsafe', word: 'family-link:stop_unsafe' },
  ],
  STEP: [{ name: 'allow', word: 'family-link:allow' }],
  NOTHING: [],
};

/** What is asked of a coordinator. */
export function kindOf({ row }: OpenLink): Kind {
  if (row.asked && !row.allowedAt) return 'STEP';
  return row.state === 'VERIFIED' && row.approachAt ? 'APPROACH' : 'NOTHING';
}

export function approvalView({ link, grounds, besides, names }: Waiting): FamilyApprovalView {
  const { row, secrets } = link;
  const kind = kindOf(link);
  const askedBy = kind === 'STEP' ? row.askedBy : row.approachBy;
  const askedAt = kind === 'STEP' ? row.askedAt : row.approachAt;
  const mine = [row.approachBy, row.locatedBy, kind === 'STEP' ? row.askedBy : null].includes(currentActor().staffId);
  return {
    id: row.id,
    version: row.version,
    kind,
    asked: kind === 'STEP' ? row.asked : null,
    reason: kind === 'STEP' ? (secrets.askedReason ?? null) : null,
    state: row.state,
    pauseReason: row.pauseReason,
    relation: besides.relation,
    context: besides.context,
    verification: row.verification,
    clientMinor: row.clientMinor,
    relativeMinor: row.relativeMinor,
    safeguards: Object.entries(secrets.safeguards ?? {}).map(([side, safeguard]) => ({ side, ...safeguard })),
    clientAllows: allowedView(allowedOf(grounds, 'CLIENT')),
    relativeAllows: allowedView(allowedOf(grounds, 'RELATIVE')),
    clientRisk: secrets.clientRisk ?? null,
    relativeRisk: secrets.relativeRisk ?? null,
    relativeLevel: row.relativeLevel,
    channel: secrets.channel ?? null,
    channelSafe: secrets.channelSafe ?? null,
    askedBy: { id: askedBy ?? '', name: names.get(askedBy ?? '') ?? '' },
    askedAt: (askedAt ?? row.lastStepAt).toISOString(),
    actions: mine ? [] : ACTIONS[kind].filter(({ word }) => hasWord(word)).map(({ name }) => name),
  };
}

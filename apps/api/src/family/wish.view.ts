import type { FamilyConsentLineView, FamilyWishesView, FamilyWishLineView, FamilyWishView } from '@panah/contracts/family-wishes.contract';
import type { Word } from '@panah/domain/access/access-table';
import { type LinkFaceEvent, linkFaceProcess } from '@panah/domain/family/link-face';
import { allowedNow } from '@panah/domain/family/wish.rules';
import { actionsFrom } from '@panah/domain/process/process';
import type { ReachedCase } from '../cases/case.records';
import type { ConsentLine } from '../consents/consents-about.records';
import { mayOn } from '../platform/access/may-on';
import type { OpenWish } from './wish.entity';

const STEPS: Partial<Record<LinkFaceEvent, Word>> = { begin: 'family-link:open', stop: 'family-link:client_stops' };

export function wishesView(file: ReachedCase, wishes: readonly OpenWish[]): FamilyWishesView {
  return {
    id: file.id,
    items: wishes.map((wish) => wishLine(wish, file)),
    actions: file.state !== 'CLOSED' && mayOn('family-link:note', file) ? ['note'] : [],
  };
}

export function wishLine({ row, secrets }: OpenWish, file: ReachedCase): FamilyWishLineView {
  return {
    id: row.id,
    version: row.version,
    caseId: row.caseId,
    name: secrets.relative.names[0] ?? '',
    relation: secrets.relative.relation,
    face: row.face,
    notedAt: row.notedAt.toISOString(),
    begunOn: row.begunOn,
    answerOn: row.answerOn,
    answered: row.answeredAt !== null,
    inContactSince: row.inContactSince?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    actions: actionsOn(row.face, file),
  };
}

export function wishView(wish: OpenWish, file: ReachedCase, said: readonly ConsentLine[]): FamilyWishView {
  return {
    ...wishLine(wish, file),
    relative: { ...wish.secrets.relative },
    wish: wish.secrets.wish,
    warnedAt: wish.row.warnedAt?.toISOString() ?? null,
    consents: said.map(consentLine),
    allowed: allowedView(allowedNow(said)),
  };
}

export const consentLine = ({ id, purpose, state, scope, givenAt, expiresAt }: ConsentLine): FamilyConsentLineView => ({
  id,
  purpose,
  state,
  scope: [...scope],
  givenAt: givenAt?.toISOString() ?? null,
  expiresAt: expiresAt?.toISOString() ?? null,
});

export const allowedView = ({ ladder, permissions }: { ladder: string; permissions: readonly string[] }): FamilyWishView['allowed'] => ({
  ladder,
  permissions: [...permissions],
});

/** What is asked of the client about a relative is asked also after an end: to begin again rests on it. */
function actionsOn(face: OpenWish['row']['face'], file: ReachedCase): string[] {
  const open = file.state !== 'CLOSED';
  const steps = actionsFrom(linkFaceProcess, face).filter(
    (event) => STEPS[event] && (open || event === 'stop') && mayOn(STEPS[event], file),
  );
  const besides: [string, boolean][] = [
    ['edit', face !== 'ENDED' && mayOn('family-link:edit', file)],
    ['warn', face !== 'ENDED' && mayOn('family-link:warn', file)],
    ['consent', open && mayOn('consent:record', file) && mayOn('family-link:edit', file)],
    ['withdraw', mayOn('consent:withdraw', file)],
  ];
  return [...steps, ...besides.flatMap(([name, may]) => (may ? [name] : []))];
}

import { USUAL_ITEMS } from '@panah/domain/referrals/package-items';
import { randomUUID } from 'node:crypto';
import { referralPlace, type ReferralSecrets } from '../referrals/referral.entity';
import type { LaidCase } from './lay-case';
import { layMoves } from './lay-moves';
import type { Life } from './lives';
import { momentAgo, type Setting } from './setting';
import type { Shelf } from './shelf';

const OPEN = ['ASSESSMENT', 'PLANNING', 'ACTIVE'];
const CHOSEN: ReferralSecrets = {
  items: [...USUAL_ITEMS],
  needIds: [],
  documentIds: [],
  words: {
    request: 'A place on a language course in the autumn, in the mornings.',
    workDone: 'Two talks with us; the course of the spring was finished.',
    safety: null,
    contactRules: 'A message in the morning; no calls.',
  },
  viewDays: 30,
};

/**
 * A referral that is ready, on a consent that stands, or a draft. None is sent: a partner's key is made in its own browser, so that a demonstration
 * has none to seal to before somebody there has made it.
 */
export function layReferral(shelf: Shelf, setting: Setting, file: LaidCase, life: Life, consentId: string | null): void {
  if (!consentId || !setting.partner || !OPEN.includes(life.state)) return;
  const [id, at, ready] = [randomUUID(), momentAgo(setting, 0, 8 * 60), file.caseRef.charCodeAt(1) % 2 === 0];
  const row = {
    id,
    org_id: setting.orgId,
    office_id: file.officeId,
    client_id: file.clientId,
    case_id: file.id,
    partner_id: setting.partner.id,
    kind: 'REFERRAL',
    service: 'EDUCATION',
    urgency: 'ROUTINE',
    purpose: 'C02_REFERRAL',
    state: ready ? 'READY' : 'DRAFT',
    made_by: file.workerId,
    made_at: at,
    consent_id: ready ? consentId : null,
    seal_version: 1,
    version: 1,
  };
  shelf.add('referral', row, { place: referralPlace({ id, clientId: file.clientId, sealVersion: 1 }), payload: CHOSEN });
  const by = { by: file.workerId, at };
  layMoves(shelf, setting, file, { type: 'referral', id }, [
    { action: 'create', from: null, to: 'DRAFT', ...by },
    ...(ready ? [{ action: 'ready', from: 'DRAFT', to: 'READY', ...by }] : []),
  ]);
}

import { inject, Injectable } from '@angular/core';
import type { ReferralItemView, ReferralPreviewView, ReferralView } from '@panah/contracts/referral-views.contract';
import type { NewReferralInput, SupplementInput } from '@panah/contracts/referrals.contract';
import { Api, Intent } from '../platform/http/api';

export const caseReferrals = (caseId: string, what = 'referrals'): string => `/api/cases/${caseId}/${what}`;
export const referralPath = (id: string): string => `/api/referrals/${id}`;

/** What goes after the first package: what was chosen besides, or the name once more. */
export type More = SupplementInput | 'NAME';

/** What the pages of this room ask of the server. */
@Injectable({ providedIn: 'root' })
export class ReferralsApi {
  private readonly api = inject(Api);
  private last: { asked: string; intent: Intent } | null = null;

  /** Asked for the same once more after a lost answer, it still happens once. */
  create(caseId: string, input: NewReferralInput): Promise<ReferralView> {
    return this.api.post(caseReferrals(caseId), input, this.intentOf(`${caseId} ${JSON.stringify(input)}`));
  }

  edit(id: string, input: NewReferralInput, version: number): Promise<ReferralView> {
    return this.api.replace(referralPath(id), input, version);
  }

  /** What would go now: the first package, or what goes after it. */
  preview(id: string, more: More | null): Promise<ReferralPreviewView> {
    if (more === 'NAME') return this.api.search(`${referralPath(id)}/identity-previews`, {});
    return this.api.search(`${referralPath(id)}/${more ? 'supplement-previews' : 'preview'}`, more ?? {});
  }

  /** What would go out now under one restricted item. */
  showItem(id: string, item: string): Promise<ReferralItemView> {
    return this.api.search(`${referralPath(id)}/approval-previews`, { item });
  }

  /** Sends exactly what was shown. */
  dispatch(id: string, hash: string, more: More | null, calledAt: string | null): Promise<ReferralView> {
    if (more === 'NAME') return this.step(id, 'identity', { hash });
    if (more) return this.step(id, 'supplements', { ...more, hash });
    return this.step(id, 'dispatch', { hash, ...(calledAt ? { calledAt } : {}) });
  }

  /** As `dispatch`, and the case itself is offered. */
  offer(id: string, hash: string, calledAt: string | null): Promise<ReferralView> {
    return this.step(id, 'offer', { hash, ...(calledAt ? { calledAt } : {}) });
  }

  /** A step is a noun that is posted. */
  step(id: string, noun: string, input: object, intent?: Intent): Promise<ReferralView> {
    return this.api.post(`${referralPath(id)}/${noun}`, input, intent);
  }

  private intentOf(asked: string): Intent {
    if (this.last?.asked !== asked) this.last = { asked, intent: new Intent() };
    return this.last.intent;
  }
}

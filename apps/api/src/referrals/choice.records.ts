import { Injectable } from '@nestjs/common';
import { currentActor } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';

const NAMES = { name: 'referral.partner-names', text: 'select id, name from partner where org_id = $1 and id = any($2::uuid[])' };
const LANGUAGES = { name: 'referral.languages', text: 'select languages from client where id = $1' };
const ANSWERS = {
  name: 'referral.partner-answers',
  text: `select partner_id as "partnerId", in_hand as "inHand", median_hours as "medianHours" from app.partner_answers() where service = $1`,
};

/** How a partner answers for a service, over all offices. */
export interface Answers extends Record<string, unknown> {
  partnerId: string;
  inHand: number;
  medianHours: number | null;
}

/** What else a referral asks of the tables of others: names, and what it takes to choose. */
@Injectable()
export class ChoiceRecords {
  async of(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = ids.length ? await currentWork().rows<{ id: string; name: string }>(NAMES, [currentActor().orgId, [...new Set(ids)]]) : [];
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Which a client speaks, the first first. The caller has the client in reach. */
  async languagesOf(clientId: string): Promise<string[]> {
    return (await currentWork().row<{ languages: string[] }>(LANGUAGES, [clientId]))?.languages ?? [];
  }

  async answersFor(service: string): Promise<Map<string, Answers>> {
    return new Map((await currentWork().rows<Answers>(ANSWERS, [service])).map((row) => [row.partnerId, row]));
  }
}

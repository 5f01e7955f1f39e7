import { Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import type { FamilyLinkState } from '@panah/domain/family/family-link.process';
import type { FamilyMatchState } from '@panah/domain/family/match.process';
import { currentActor, reachValues } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { Sealer } from '../platform/sealing/sealer';
import { familyEnquiryPlace, type FamilyEnquirySecrets, familyMatchPlace, type FamilyMatchSecrets } from './family-enquiry.entity';

export interface FamilyMatchRow extends Record<string, unknown> {
  id: string;
  officeId: string;
  linkId: string;
  linkState: FamilyLinkState;
  ownLink: boolean;
  enquiryId: string;
  enteredBy: string;
  enteredAt: Date;
  state: FamilyMatchState;
  score: number;
  foundAt: Date;
  firstBy: string | null;
  version: number;
  sealed: Buffer;
  sealVersion: number;
  enquirySealed: Buffer;
  enquirySealVersion: number;
}

export interface OpenMatch {
  row: FamilyMatchRow;
  match: FamilyMatchSecrets;
  enquiry: FamilyEnquirySecrets;
}

/** Of the office of the client, for its family-links officers; which of them may see it is asked of the house (`own_matches`). */
const FOUND = `from family_match m join app.own_matches() own on own.whose = m.id join family_enquiry e on e.id = m.enquiry_id where m.office_id = any($1::uuid[])`;
const COLUMNS = `m.id, m.office_id as "officeId", m.link_id as "linkId", own.link_state as "linkState",
  exists (select from app.own_link o where o.whose = m.link_id) as "ownLink", m.enquiry_id as "enquiryId", m.entered_by as "enteredBy",
  e.entered_at as "enteredAt", m.state, m.score, m.found_at as "foundAt", m.first_by as "firstBy", m.version, m.sealed, m.seal_version as "sealVersion",
  e.sealed as "enquirySealed", e.seal_version as "enquirySealVersion"`;
const LIST = {
  name: 'family-match.list',
  text: `select ${COLUMNS} ${FOUND} and m.state in ('PROPOSED','CONFIRMED_ONCE') order by m.score desc, m.found_at, m.id limit 100`,
};
const ONE = { name: 'family-match.one', text: `select ${COLUMNS} ${FOUND} and m.id = $2` };
const HOLD = { name: 'family-match.hold', text: `${ONE.text} for update of m` };
const CONFIRM = {
  CONFIRMED_ONCE: {
    name: 'family-match.confirm-first',
    text: `update family_match set state = 'CONFIRMED_ONCE', first_by = $3, first_at = now(), version = version + 1 where id = $1 and version = $2`,
  },
  CONFIRMED: {
    name: 'family-match.confirm',
    text: `update family_match set state = 'CONFIRMED', second_by = $3, second_at = now(), version = version + 1 where id = $1 and version = $2`,
  },
};
const REFUSE = {
  name: 'family-match.refuse',
  text: `update family_match set state = 'REFUSED', refused_by = $3, refused_at = now(), version = version + 1 where id = $1 and version = $2`,
};
const MATCHED = { name: 'family-match.matched', text: `update family_enquiry set state = 'MATCHED' where id = $1` };
const ACT = { name: 'family-match.act', text: 'select app.act_for_match($1) as "linkId"' };

/** The door to what the job proposed. */
@Injectable()
export class FamilyMatchRecords {
  constructor(private readonly sealer: Sealer) {}

  async waiting(): Promise<FamilyMatchRow[]> {
    const rows = await currentWork().rows<FamilyMatchRow>(LIST, [offices('family-match:read')]);
    currentLine().returned(
      'family-match',
      rows.map(({ id }) => id),
    );
    return rows;
  }

  async get(id: string): Promise<OpenMatch> {
    return this.open(id, await currentWork().row<FamilyMatchRow>(ONE, [offices('family-match:read'), id]));
  }

  /** Nobody else decides on it until this request is over. */
  async hold(id: string, version: number, word: Word): Promise<OpenMatch> {
    const held = await this.open(id, await currentWork().row<FamilyMatchRow>(HOLD, [offices(word), id]));
    if (held.row.version !== version) throw staleEdit(held.row.version, ['state']);
    return held;
  }

  async confirm({ row }: OpenMatch, state: 'CONFIRMED_ONCE' | 'CONFIRMED'): Promise<void> {
    currentLine().changed('state', state === 'CONFIRMED' ? 'secondBy' : 'firstBy');
    await currentWork().change(CONFIRM[state], [row.id, row.version, currentActor().staffId]);
    if (state === 'CONFIRMED') await currentWork().change(MATCHED, [row.enquiryId]);
  }

  async refuse({ row }: OpenMatch): Promise<void> {
    currentLine().changed('state', 'refusedBy');
    await currentWork().change(REFUSE, [row.id, row.version, currentActor().staffId]);
  }

  /** Two people have just confirmed: for the rest of this request what follows may be written where the link is. */
  async actForLink({ row }: OpenMatch): Promise<void> {
    const opened = await currentWork().row<{ linkId: string | null }>(ACT, [row.id]);
    if (opened?.linkId !== row.linkId) throw notFound();
  }

  private async open(id: string, row: FamilyMatchRow | null): Promise<OpenMatch> {
    currentLine().about('family-match', id, row ? { officeId: row.officeId } : {});
    if (!row) throw notFound();
    currentLine().returned('family-match', [id]);
    const match = await this.sealer.open<FamilyMatchSecrets>(familyMatchPlace(row), row.sealed);
    const enquiry = await this.sealer.open<FamilyEnquirySecrets>(
      familyEnquiryPlace(row.enquiryId, row.enquirySealVersion),
      row.enquirySealed,
    );
    return { row, match, enquiry };
  }
}

const offices = (word: Word): string[] => reachValues(word)[0];

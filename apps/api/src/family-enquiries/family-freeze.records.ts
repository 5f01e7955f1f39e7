import { Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import type { FamilyFreezeState } from '@panah/domain/family/enquiry.process';
import { currentActor, reachValues } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { Sealer } from '../platform/sealing/sealer';
import { familyEnquiryPlace, type FamilyEnquirySecrets, familyFreezePlace, type FamilyFreezeSecrets } from './family-enquiry.entity';

export interface FamilyFreezeRow extends Record<string, unknown> {
  id: string;
  officeId: string;
  shared: string[];
  state: FamilyFreezeState;
  version: number;
}

export interface FrozenEnquiry {
  enteredAt: Date;
  secrets: FamilyEnquirySecrets;
}

export interface OpenFreeze {
  row: FamilyFreezeRow;
  enquiries: FrozenEnquiry[];
}

interface EnquiryRow extends Record<string, unknown> {
  id: string;
  freezeId: string;
  enteredAt: Date;
  sealed: Buffer;
  sealVersion: number;
}

const COLUMNS = 'f.id, f.office_id as "officeId", f.shared, f.state, f.version';
/** Nobody decides on what they entered themself, nor learns that it is frozen. */
const WITHIN = 'f.office_id = any($1::uuid[]) and $2::uuid <> all (f.entered_by)';
const LIST = {
  name: 'family-freeze.list',
  text: `select ${COLUMNS} from family_freeze f where ${WITHIN} and f.state = 'OPEN' and exists (select from family_enquiry e where e.freeze_id = f.id)
    order by f.frozen_at, f.id limit 100`,
};
const ONE = { name: 'family-freeze.one', text: `select ${COLUMNS} from family_freeze f where ${WITHIN} and f.id = $3` };
const HOLD = { name: 'family-freeze.hold', text: `${ONE.text} for update` };
const ENQUIRIES = {
  name: 'family-freeze.enquiries',
  text: `select id, freeze_id as "freezeId", entered_at as "enteredAt", sealed, seal_version as "sealVersion" from family_enquiry
    where freeze_id = any($1::uuid[]) order by entered_at, id`,
};
const DECIDE = {
  name: 'family-freeze.decide',
  text: `update family_freeze set state = $3, decided_by = $4, decided_at = now(), sealed = $5, seal_version = $6, version = version + 1 where id = $1 and version = $2`,
};
const LET_GO = {
  name: 'family-freeze.let-go',
  text: `update family_enquiry set state = $2 where freeze_id = $1 and state = 'FROZEN'`,
};

/** The door to enquiries that froze each other, for the coordinator who decides. */
@Injectable()
export class FamilyFreezeRecords {
  constructor(private readonly sealer: Sealer) {}

  async waiting(): Promise<OpenFreeze[]> {
    return this.opened(await currentWork().rows<FamilyFreezeRow>(LIST, within('family-freeze:read')));
  }

  async get(id: string): Promise<OpenFreeze> {
    return this.one(id, await currentWork().row<FamilyFreezeRow>(ONE, [...within('family-freeze:read'), id]));
  }

  async hold(id: string, version: number): Promise<OpenFreeze> {
    const held = await this.one(id, await currentWork().row<FamilyFreezeRow>(HOLD, [...within('family-freeze:decide'), id]));
    if (held.row.version !== version) throw staleEdit(held.row.version, ['state']);
    return held;
  }

  /** All that froze with it goes the same way. */
  async decide({ row }: OpenFreeze, state: FamilyFreezeState, secrets: FamilyFreezeSecrets): Promise<void> {
    currentLine().changed('state', 'reason');
    const sealed = await this.sealer.seal(familyFreezePlace(row.id, 1), secrets);
    await currentWork().change(LET_GO, [row.id, state]);
    await currentWork().change(DECIDE, [row.id, row.version, state, currentActor().staffId, sealed, 1]);
  }

  private async one(id: string, row: FamilyFreezeRow | null): Promise<OpenFreeze> {
    currentLine().about('family-freeze', id, row ? { officeId: row.officeId } : {});
    if (!row) throw notFound();
    const [open] = await this.opened([row]);
    if (!open) throw notFound();
    return open;
  }

  private async opened(rows: readonly FamilyFreezeRow[]): Promise<OpenFreeze[]> {
    const ids = rows.map(({ id }) => id);
    currentLine().returned('family-freeze', ids);
    const enquiries = await currentWork().rows<EnquiryRow>(ENQUIRIES, [ids]);
    const secrets = await this.sealer.openMany<FamilyEnquirySecrets>(
      enquiries.map(({ id, sealed, sealVersion }) => ({ place: familyEnquiryPlace(id, sealVersion), sealed })),
    );
    return rows.map((row) => ({
      row,
      enquiries: enquiries.flatMap(({ freezeId, enteredAt }, at) => {
        const said = secrets[at];
        return freezeId === row.id && said ? [{ enteredAt, secrets: said }] : [];
      }),
    }));
  }
}

const within = (word: Word): unknown[] => [reachValues(word)[0], currentActor().staffId];

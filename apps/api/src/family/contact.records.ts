import { Injectable } from '@nestjs/common';
import type { ContactEffect, ContactStep, LinkSide } from '@panah/domain/vocabulary/family';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, Problem } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import { type ContactSecrets, type FamilyLink, linkPartPlace } from './link.entity';

const ADD = {
  name: 'family-contact.add',
  text: `insert into family_contact (id, org_id, office_id, link_id, step, planned_at, check_in_due, by_id, sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
const HOLD = {
  name: 'family-contact.hold',
  text: `select id, step, planned_at as "plannedAt", client_effect as "clientEffect", relative_effect as "relativeEffect", called_off_at as "calledOffAt", sealed,
           seal_version as "sealVersion", version from family_contact where id = $1 and link_id = $2 for update`,
};
const CHECK_IN = {
  name: 'family-contact.check-in',
  text: `update family_contact set client_effect = coalesce(client_effect, $3), relative_effect = coalesce(relative_effect, $4), sealed = $5,
           seal_version = seal_version + 1, version = version + 1 where id = $1 and version = $2`,
};
const CALL_OFF = {
  name: 'family-contact.call-off',
  text: 'update family_contact set called_off_at = clock_timestamp(), version = version + 1 where id = $1 and version = $2',
};
const NOTED = {
  name: 'family-contact.noted',
  text: 'select id, sealed, seal_version as "sealVersion" from family_contact where link_id = $1 order by id for update',
};
const RESEAL = {
  name: 'family-contact.reseal',
  text: 'update family_contact set sealed = $2, seal_version = seal_version + 1, version = version + 1 where id = $1',
};
const MET = {
  name: 'family-contact.met',
  text: `select exists (select from family_contact where link_id = $1 and step = 'REUNION' and called_off_at is null) as met`,
};

interface ContactRow {
  id: string;
  step: ContactStep;
  plannedAt: Date;
  clientEffect: ContactEffect | null;
  relativeEffect: ContactEffect | null;
  calledOffAt: Date | null;
  sealed: Buffer;
  sealVersion: number;
  version: number;
}

export interface HeldContact {
  row: ContactRow;
  secrets: ContactSecrets;
}

export interface NewContact {
  step: ContactStep;
  at: Date;
  checkInDue: Date;
  secrets: Omit<ContactSecrets, 'checkIns'>;
}

/** Calls and meetings of two people, and how they were for each. The caller holds the link. */
@Injectable()
export class ContactRecords {
  constructor(private readonly sealer: Sealer) {}

  async add({ id: linkId, orgId, officeId }: FamilyLink, { step, at, checkInDue, secrets }: NewContact): Promise<void> {
    const id = newId();
    currentLine().changed('contact');
    const sealed = await this.sealer.seal(linkPartPlace('family_contact', id, linkId), { ...secrets, checkIns: [] });
    await currentWork().change(ADD, [id, orgId, officeId, linkId, step, at, checkInDue, currentActor().staffId, sealed]);
  }

  async hold(id: string, linkId: string): Promise<HeldContact> {
    const row = await currentWork().row<ContactRow & Record<string, unknown>>(HOLD, [id, linkId]);
    if (!row) throw notFound();
    return {
      row,
      secrets: await this.sealer.open<ContactSecrets>(linkPartPlace('family_contact', id, linkId, row.sealVersion), row.sealed),
    };
  }

  async checkIn(
    { row, secrets }: HeldContact,
    linkId: string,
    said: { side: LinkSide; effect: ContactEffect; note: string | null },
  ): Promise<void> {
    const checkIn = { ...said, at: new Date().toISOString(), byId: currentActor().staffId };
    currentLine().changed('check-in');
    const after = { ...secrets, checkIns: [...secrets.checkIns, checkIn] };
    const sealed = await this.sealer.seal(linkPartPlace('family_contact', row.id, linkId, row.sealVersion + 1), after);
    const [client, relative] = said.side === 'CLIENT' ? [said.effect, null] : [null, said.effect];
    if ((await currentWork().change(CHECK_IN, [row.id, row.version, client, relative, sealed])) !== 1) throw new Problem(409, 'try-again');
  }

  async callOff({ row }: HeldContact): Promise<void> {
    currentLine().changed('called-off');
    await currentWork().change(CALL_OFF, [row.id, row.version]);
  }

  async haveMet(linkId: string): Promise<boolean> {
    return (await currentWork().row<{ met: boolean }>(MET, [linkId]))?.met ?? false;
  }

  /** What somebody said who is erased goes too (R-FL-17). */
  async forgetRelative(linkId: string): Promise<void> {
    for (const { id, sealed, sealVersion } of await currentWork().rows<
      Pick<ContactRow, 'id' | 'sealed' | 'sealVersion'> & Record<string, unknown>
    >(NOTED, [linkId])) {
      const secrets = await this.sealer.open<ContactSecrets>(linkPartPlace('family_contact', id, linkId, sealVersion), sealed);
      const checkIns = secrets.checkIns.map((each) => (each.side === 'RELATIVE' ? { ...each, note: null } : each));
      await currentWork().change(RESEAL, [
        id,
        await this.sealer.seal(linkPartPlace('family_contact', id, linkId, sealVersion + 1), { ...secrets, checkIns }),
      ]);
    }
  }
}

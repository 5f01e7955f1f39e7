import { Injectable } from '@nestjs/common';
import { marksOf } from '@panah/domain/family/enquiry-marks';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import { Tokens } from '../platform/sealing/tokens';
import { familyEnquiryPlace, type FamilyEnquirySecrets } from './family-enquiry.entity';

const ADD = {
  name: 'family-enquiry.add',
  text: 'insert into family_enquiry (id, org_id, office_id, entered_by, keeps_data, sealed) values ($1, $2, $3, $4, $5, $6)',
};
const MARK = {
  name: 'family-enquiry.mark',
  text: 'insert into family_enquiry_mark (org_id, office_id, enquiry_id, kind, token) select $1, $2, $3, * from unnest($4::text[], $5::bytea[])',
};

/** Where relatives' enquiries are laid down. Nothing is looked up and nothing is read: whoever we may know, the same statements run (walls goal 7). */
@Injectable()
export class FamilyEnquiryRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly tokens: Tokens,
  ) {}

  async add(officeId: string, keepsData: boolean, secrets: FamilyEnquirySecrets): Promise<void> {
    const { orgId, staffId } = currentActor();
    const id = newId();
    currentLine().about('family-enquiry', id, { officeId }).changed('asking', 'sought', 'way', 'words');
    const sealed = await this.sealer.seal(familyEnquiryPlace(id, 1), secrets);
    await currentWork().change(ADD, [id, orgId, officeId, staffId, keepsData, sealed]);
    const marks = marksOf({ ...secrets.asking, words: secrets.words });
    const tokens = await this.tokens.many(
      `family-enquiry:${orgId}`,
      marks.map(({ kind, value }) => `${kind}:${value}`),
    );
    await currentWork().change(MARK, [orgId, officeId, id, marks.map(({ kind }) => kind), tokens]);
  }
}

import { Injectable } from '@nestjs/common';
import type { FamilyEnquiryAnswerView, FamilyEnquiryInput } from '@panah/contracts/family-enquiries.contract';
import { partialDateOf } from '@panah/contracts/partial-date.contract';
import { enquiryAnswer } from '@panah/domain/family/enquiry-answer';
import { currentReach } from '../platform/access/current-reach';
import { forbidden } from '../platform/errors/problem';
import type { FamilyEnquirySecrets } from './family-enquiry.entity';
import { FamilyEnquiryRecords } from './family-enquiry.records';
import { today } from '../platform/access/today';

/** Somebody asks for a person: it is laid down, and whoever asks hears the one sentence. */
@Injectable()
export class FamilyEnquiriesService {
  constructor(private readonly enquiries: FamilyEnquiryRecords) {}

  async enter(input: FamilyEnquiryInput): Promise<FamilyEnquiryAnswerView> {
    const [office] = currentReach('family-enquiry:enter').offices;
    if (!office) throw forbidden();
    await this.enquiries.add(office, input.asking.keepsData, secretsOf(input));
    return enquiryAnswer(input.asking.language);
  }
}

function secretsOf({ asking, sought, way, words }: FamilyEnquiryInput): FamilyEnquirySecrets {
  const { names, relation, phone, email, language } = asking;
  return {
    asking: { names, relation, phone: phone ?? null, email: email ?? null, language },
    sought: {
      names: sought.names,
      sex: sought.sex ?? null,
      birth: partialDateOf('sought.birth', sought.birth, today()),
      fatherName: sought.fatherName ?? null,
      birthPlace: sought.birthPlace ?? null,
    },
    way,
    words,
  };
}

import type {
  DependantView,
  DocumentView,
  ResidenceLineView,
  ResidenceView,
  RevealedDocumentView,
} from '@panah/contracts/client-papers.contract';
import { looksAdministrative } from '@panah/domain/dates/administrative-date';
import { ageRange } from '@panah/domain/dates/age';
import { nationalNumberWarning } from '@panah/domain/numbers/national-number';
import type { OpenPart } from './client-part.records';
import type { DependantSecrets, DocumentSecrets, ResidenceSecrets } from './client.entity';

export function documentView({ row, secrets }: OpenPart<DocumentSecrets>): DocumentView {
  const { docType, number, issuingCountry, issuedOn, expiresOn, nameAsShown, birthAsShown, possession, verification } = secrets;
  return {
    id: row.id,
    version: row.version,
    docType,
    hasNumber: number !== null,
    issuingCountry,
    issuedOn,
    expiresOn,
    nameAsShown,
    birthAsShown,
    birthLooksAdministrative: birthAsShown !== null && looksAdministrative(birthAsShown),
    possession,
    verification,
  };
}

export function revealedDocument({ row, secrets }: OpenPart<DocumentSecrets>): RevealedDocumentView {
  const { docType, issuingCountry, number, issuingPlace, remarks } = secrets;
  const isIranian = issuingCountry === 'IR' && docType === 'NATIONAL_ID';
  return { id: row.id, number, numberWarning: isIranian && number ? nationalNumberWarning(number) : null, issuingPlace, remarks };
}

export function residenceLine({ row, secrets }: OpenPart<ResidenceSecrets>): ResidenceLineView {
  return { id: row.id, country: secrets.country, from: secrets.from, to: secrets.to };
}

export function residenceView({ row, secrets }: OpenPart<ResidenceSecrets>): ResidenceView {
  const { country, city, address, from, to, knownTo, safety, remarks } = secrets;
  return { id: row.id, version: row.version, country, city, address, from, to, knownTo, safety, remarks };
}

export function dependantView({ row, secrets }: OpenPart<DependantSecrets>, today: string): DependantView {
  const { name, relation, birth, livesWith, remarks } = secrets;
  const age = birth ? ageRange(birth, today) : null;
  return {
    id: row.id,
    version: row.version,
    name,
    relation,
    birth,
    age: age?.label ?? null,
    countsAsMinor: age?.countsAsMinor ?? false,
    livesWith,
    remarks,
  };
}

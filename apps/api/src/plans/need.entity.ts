import type { NeedCode, NeedSeverity, NeedStatus } from '@panah/domain/vocabulary/needs';
import type { Place } from '../platform/sealing/sealer';

/** What somebody needs. The code of a restricted need is sealed with its note. */
export interface Need {
  id: string;
  officeId: string;
  clientId: string;
  caseId: string;
  recordClass: 'CONFIDENTIAL' | 'RESTRICTED';
  severity: NeedSeverity;
  status: NeedStatus;
  identifiedOn: string;
  createdBy: string;
  sealed: Buffer;
  sealVersion: number;
  version: number;
}

export interface NeedSecrets {
  code: NeedCode;
  source: string;
  note: string | null;
}

export interface OpenNeed {
  row: Need;
  secrets: NeedSecrets;
}

export const needPlace = ({ id, clientId, sealVersion }: Pick<Need, 'id' | 'clientId' | 'sealVersion'>): Place => ({
  table: 'client_need',
  rowId: id,
  subjectId: clientId,
  compartment: 'file',
  sealVersion,
});

import type { PartnerLineView, PartnerListView, PartnerView } from '@panah/contracts/partners.contract';
import type { Word } from '@panah/domain/access/access-table';
import { actionsFrom } from '@panah/domain/process/process';
import { partnerProcess, type PartnerStatus } from '@panah/domain/partners/partner.process';
import { hasWord } from '../platform/access/current-reach';
import type { Partner } from './partner.entity';
import type { OpenPartner, PartnerPage } from './partner.records';

export function partnerView({ row, secrets }: OpenPartner): PartnerView {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    type: row.type,
    country: row.country,
    state: row.state,
    services: row.services,
    places: Object.entries(row.places).map(([service, people]) => ({ service, people })),
    languages: row.languages,
    agreementSignedOn: row.agreementSignedOn,
    agreementValidTo: row.agreementValidTo,
    transferMechanism: row.transferMechanism,
    securityCheckedOn: row.securityCheckedOn,
    contacts: secrets.contacts,
    remarks: secrets.remarks,
    actions: ['edit', ...actionsFrom(partnerProcess, row.state as PartnerStatus)].filter((action) => hasWord(`partner:${action}` as Word)),
  };
}

export function partnerListView({ rows, total, next }: PartnerPage): PartnerListView {
  return { items: rows.map(lineOf), total, next };
}

function lineOf({ id, name, type, country, state, services, languages, agreementValidTo }: Partner): PartnerLineView {
  return { id, name, type, country, state, services, languages, agreementValidTo };
}

import { Injectable } from '@nestjs/common';
import type { DisclosureInput, DisclosuresView, DisclosureView, GroundView } from '@panah/contracts/disclosures.contract';
import { disclosureProcess } from '@panah/domain/consents/disclosure.process';
import { assertAskedWhere } from '@panah/domain/consents/consent.rules';
import { isOfAWish, isSingleUse, staysInside } from '@panah/domain/consents/purposes';
import { actionsFrom, move, RuleBroken } from '@panah/domain/process/process';
import type { ConsentPurpose } from '@panah/domain/vocabulary/consents';
import { mayOn } from '../platform/access/may-on';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { StaffRecords } from '../staff/staff.records';
import type { Recipient } from './consent.entity';
import { ConsentRecords } from './consent.records';
import { personOf } from './consent.view';
import type { Disclosure, DisclosureSecrets } from './disclosure.entity';
import { DisclosureRecords } from './disclosure.records';
import { type Grant, Grants, type Wanted } from './grants.records';
import { LegalBasisRecords } from './legal-basis.records';
import { purposesOpenOn } from './purposes-open';

/** What is told outside: each time on a grant, asked for at that moment. */
@Injectable()
export class DisclosuresService {
  constructor(
    private readonly disclosures: DisclosureRecords,
    private readonly grants: Grants,
    private readonly consents: ConsentRecords,
    private readonly bases: LegalBasisRecords,
    private readonly cases: CaseRecords,
    private readonly staff: StaffRecords,
  ) {}

  async list(caseId: string): Promise<DisclosuresView> {
    const file = await this.cases.reachable(caseId, 'disclosure:read');
    const open = purposesOpenOn(file);
    const rows = (await this.disclosures.of(file.clientId)).filter(({ purpose }) => open.includes(purpose));
    const grounds = (await this.groundsOf(file)).filter(({ purpose }) => open.some((each) => each === purpose));
    return { id: caseId, items: await this.views(rows, file), grounds, actions: mayOn('disclosure:record', file) ? ['record'] : [] };
  }

  async read(id: string): Promise<DisclosureView> {
    const row = await this.disclosures.get(id, 'disclosure:read');
    const file = await this.cases.reachable(row.caseId, 'disclosure:read');
    assertTheirs(file, row.purpose);
    const [view] = await this.views([row], file);
    if (!view) throw new Error('A disclosure that was found has a view.');
    return view;
  }

  async record(caseId: string, input: DisclosureInput): Promise<DisclosureView> {
    const file = await this.cases.reachable(caseId, 'disclosure:record');
    const purpose = input.purpose as ConsentPurpose;
    assertTheirs(file, purpose);
    assertAskedWhere(purpose, false);
    if (staysInside(input.scope)) throw new RuleBroken('purpose-of-another', { purpose }, { scope: ['ofAnother'] });
    const wanted = { clientId: file.clientId, purpose, recipient: input.recipientId, scope: input.scope };
    const grant = await this.grantFor(wanted, input.legalBasisId ?? null);
    const secrets = { recipient: await this.recipientOf(file, grant), how: input.how, what: input.what };
    return this.read(await this.disclosures.add(grant, file, input.stage === 'TOLD' ? 'TOLD' : 'PREPARED', secrets));
  }

  /** R-CO-01: between preparing and telling a consent may have gone; it is asked for again now, and before anything else is held. */
  async tell(id: string): Promise<DisclosureView> {
    const { clientId, purpose, recipient, scope, state, legalBasisId, caseId } = await this.disclosures.get(id, 'disclosure:record');
    assertTheirs(await this.cases.reachable(caseId, 'disclosure:record'), purpose);
    move(disclosureProcess, state, 'tell');
    const grant = await this.grantFor({ clientId, purpose, recipient, scope }, legalBasisId);
    const held = await this.disclosures.hold(id, 'disclosure:record');
    move(disclosureProcess, held.state, 'tell');
    await this.disclosures.tell(held, grant);
    return this.read(id);
  }

  async stop(id: string): Promise<DisclosureView> {
    const held = await this.disclosures.hold(id, 'disclosure:record');
    assertTheirs(await this.cases.reachable(held.caseId, 'disclosure:record'), held.purpose);
    move(disclosureProcess, held.state, 'stop');
    await this.disclosures.stop(held, 'NOT_NEEDED');
    return this.read(id);
  }

  private grantFor(wanted: Wanted, legalBasisId: string | null): Promise<Grant> {
    return legalBasisId === null ? this.grants.forRecipient(wanted) : this.grants.onLegalBasis(wanted, legalBasisId);
  }

  /** The name behind the id, as the ground has it. */
  private async recipientOf(file: ReachedCase, { recipient, restsOn }: Grant): Promise<Recipient> {
    const known = restsOn.consentId
      ? (await this.consents.open([await this.consents.get(restsOn.consentId, 'disclosure:record')])).flatMap(
          ({ recipients }) => recipients,
        )
      : (await this.bases.open([await this.bases.get(restsOn.legalBasisId ?? '', 'disclosure:record')])).map(
          (secrets) => secrets.recipient,
        );
    const found = known.find(({ id }) => id === recipient);
    if (!found) throw new Error(`A ground of case ${file.id} does not name its recipient.`);
    return found;
  }

  private async groundsOf(file: ReachedCase): Promise<GroundView[]> {
    const rows = (await this.consents.of(file.clientId, purposesOpenOn(file), 'disclosure:read')).filter(
      ({ state, recipients, purpose, scope, usedAt }) =>
        state === 'ACTIVE' &&
        recipients.length > 0 &&
        !isOfAWish(purpose) &&
        !staysInside(scope) &&
        !(isSingleUse(purpose) && usedAt !== null),
    );
    const asked = await this.consents.open(rows);
    const ofConsents = rows.flatMap(({ id, purpose, scope, expiresAt }, at) =>
      (asked[at]?.recipients ?? []).map((recipient) => ({
        purpose,
        recipient,
        scope: [...scope],
        consentId: id,
        legalBasisId: null,
        until: expiresAt?.toISOString() ?? null,
      })),
    );
    const bases = (await this.bases.of(file.clientId, 'disclosure:read')).filter(
      ({ state, validUntil }) => state === 'APPROVED' && validUntil !== null && validUntil > new Date(),
    );
    const said = await this.bases.open(bases);
    const ofBases = bases.flatMap(({ id, purpose, scope, validUntil }, at) => {
      const recipient = said[at]?.recipient;
      return recipient ? [{ purpose, recipient, scope, consentId: null, legalBasisId: id, until: validUntil?.toISOString() ?? null }] : [];
    });
    return [...ofConsents, ...ofBases];
  }

  private async views(rows: Disclosure[], file: ReachedCase): Promise<DisclosureView[]> {
    const secrets = await this.disclosures.open(rows);
    const names = await this.staff.names(rows.map(({ madeBy }) => madeBy));
    return rows.flatMap((row, at) => {
      const told = secrets[at];
      return told ? [viewOf(row, told, file, names)] : [];
    });
  }
}

function viewOf(
  row: Disclosure,
  { recipient, how, what }: DisclosureSecrets,
  file: ReachedCase,
  names: Map<string, string>,
): DisclosureView {
  const { id, caseId, version, purpose, scope, state, consentId, legalBasisId, stopReason } = row;
  return {
    id,
    caseId,
    version,
    purpose,
    recipient,
    scope,
    state,
    how,
    what,
    consentId,
    legalBasisId,
    madeBy: personOf(row.madeBy, names),
    madeAt: row.madeAt.toISOString(),
    toldAt: row.toldAt?.toISOString() ?? null,
    stoppedAt: row.stoppedAt?.toISOString() ?? null,
    stopReason,
    actions: mayOn('disclosure:record', file) ? actionsFrom(disclosureProcess, state) : [],
  };
}

function assertTheirs(file: ReachedCase, purpose: ConsentPurpose): void {
  if (!purposesOpenOn(file).includes(purpose)) throw new RuleBroken('purpose-of-another', { purpose }, { purpose: ['ofAnother'] });
}

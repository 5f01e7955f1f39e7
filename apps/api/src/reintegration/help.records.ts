import { Injectable } from '@nestjs/common';
import type { ReachedCase } from '../cases/case.records';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { type Place, Sealer } from '../platform/sealing/sealer';

/** Help that was given: which service and when stand plain; how much and what are sealed. */
export interface HelpGiven {
  id: string;
  officeId: string;
  clientId: string;
  caseId: string;
  service: string;
  givenOn: string;
  givenBy: string;
  sealed: Buffer;
  sealVersion: number;
  version: number;
}

export interface HelpSecrets {
  amount: string | null;
  currency: string | null;
  what: string | null;
}

export interface OpenHelp {
  row: HelpGiven;
  secrets: HelpSecrets;
}

type Row = HelpGiven & Record<string, unknown>;
type Plain = Pick<HelpGiven, 'service' | 'givenOn'>;

const COLUMNS = `h.id, h.office_id as "officeId", h.client_id as "clientId", h.case_id as "caseId", h.service, h.given_on as "givenOn", h.given_by as "givenBy", h.sealed,
  h.seal_version as "sealVersion", h.version`;
const OF = {
  name: 'help.of-case',
  text: `select ${COLUMNS} from help_given h where h.case_id = $1 and ${withinReachOfOne('h', 'client_id', 2)} order by h.given_on desc, h.id desc limit 200`,
};
const ONE = { name: 'help.one', text: `select ${COLUMNS} from help_given h where h.id = $1 and ${withinReachOfOne('h', 'client_id', 2)}` };
const HOLD = { name: 'help.hold', text: `${ONE.text} for update` };
const ADD = {
  name: 'help.add',
  text: `insert into help_given (id, org_id, office_id, client_id, case_id, service, given_on, given_by, sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
const CORRECT = {
  name: 'help.correct',
  text: `update help_given set service = $3, given_on = $4, sealed = $5, seal_version = seal_version + 1, version = version + 1 where id = $1 and version = $2`,
};

const placeOf = ({ id, clientId, sealVersion }: Pick<HelpGiven, 'id' | 'clientId' | 'sealVersion'>): Place => ({
  table: 'help_given',
  rowId: id,
  subjectId: clientId,
  compartment: 'file',
  sealVersion,
});

/** The door to the help that was given on a case. */
@Injectable()
export class HelpRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  async ofCase(caseId: string): Promise<OpenHelp[]> {
    const rows = await currentWork().rows<Row>(OF, [caseId, ...reachValues('help:read')]);
    currentLine().returned(
      'help_given',
      rows.map(({ id }) => id),
    );
    return this.opened(rows);
  }

  async get(id: string): Promise<OpenHelp> {
    return this.found(await currentWork().row<Row>(ONE, [id, ...reachValues('help:read')]), id);
  }

  async hold(id: string): Promise<OpenHelp> {
    return this.found(await currentWork().row<Row>(HOLD, [id, ...reachValues('help:record')]), id);
  }

  async add({ id: caseId, clientId, officeId }: ReachedCase, { service, givenOn }: Plain, secrets: HelpSecrets): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    const sealed = await this.sealer.seal(placeOf({ id, clientId, sealVersion: 1 }), secrets);
    currentLine().about('help_given', id, { clientId, officeId }).changed('service', 'givenOn', 'amount', 'what');
    await currentWork().change(ADD, [id, orgId, officeId, clientId, caseId, service, givenOn, staffId, sealed]);
    await this.steps.record({ type: 'help_given', id, action: 'record', from: null, to: service, officeId, clientId });
    return id;
  }

  async correct({ row, secrets: before }: OpenHelp, version: number, { service, givenOn }: Plain, secrets: HelpSecrets): Promise<void> {
    const [was, is] = [
      { service: row.service, givenOn: row.givenOn, ...before },
      { service, givenOn, ...secrets },
    ];
    const changed = (Object.keys(is) as (keyof typeof is)[]).filter((field) => was[field] !== is[field]);
    if (row.version !== version) throw staleEdit(row.version, changed);
    const { id, clientId, officeId } = row;
    currentLine().changed(...changed);
    const sealed = await this.sealer.seal(placeOf({ id, clientId, sealVersion: row.sealVersion + 1 }), secrets);
    await currentWork().change(CORRECT, [id, version, service, givenOn, sealed]);
    await this.steps.record({ type: 'help_given', id, action: 'correct', from: row.service, to: service, officeId, clientId });
  }

  private async found(row: Row | null, id: string): Promise<OpenHelp> {
    currentLine().about('help_given', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    const [help] = row ? await this.opened([row]) : [];
    if (!help) throw notFound();
    return help;
  }

  private async opened(rows: readonly HelpGiven[]): Promise<OpenHelp[]> {
    const secrets = await this.sealer.openMany<HelpSecrets>(rows.map((row) => ({ place: placeOf(row), sealed: row.sealed })));
    if (rows.length) currentLine().opened('PLAN');
    return rows.flatMap((row, at) => (secrets[at] ? [{ row, secrets: secrets[at] }] : []));
  }
}

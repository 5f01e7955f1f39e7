import { Injectable } from '@nestjs/common';
import { isSpokenFor } from '@panah/domain/consents/consent.rules';
import { ConsentRecords } from './consent.records';
import type { StepSecrets } from './consent.entity';

/** The door for an act of another room that asks who gave a consent. */
@Injectable()
export class Speakers {
  constructor(private readonly consents: ConsentRecords) {}

  /** Of some consents of a client in reach, those that somebody else gave for them (model 2.15); how it was said last is what counts. */
  async spokenFor(consentIds: readonly string[]): Promise<Set<string>> {
    const said = new Map<string, StepSecrets>();
    if (consentIds.length)
      for (const { consentId, secrets } of await this.consents.steps(consentIds))
        said.set(consentId, { ...said.get(consentId), ...secrets });
    return new Set(consentIds.filter((id) => isSpokenFor(said.get(id) ?? {})));
  }
}

import type { RelativeAccountInput } from '@panah/contracts/family-wishes.contract';
import { partialDateOf } from '@panah/contracts/partial-date.contract';
import type { RelativeAccount } from './wish.entity';

const said = (text: string | null | undefined): string | null => text?.trim() || null;

/** What was typed of somebody who is missed, as it is kept. @param today `YYYY-MM-DD`; throws RuleBroken beside a date that cannot be. */
export function accountOf(input: RelativeAccountInput, today: string): RelativeAccount {
  return {
    names: input.names.map((name) => name.trim()),
    relation: input.relation,
    sex: input.sex ?? null,
    birth: partialDateOf('relative.birth', input.birth, today),
    fatherName: said(input.fatherName),
    motherName: said(input.motherName),
    birthPlace: said(input.birthPlace),
    lastKnownPlace: said(input.lastKnownPlace),
    lastKnownOn: partialDateOf('relative.lastKnownOn', input.lastKnownOn, today),
    separation: input.separation ?? null,
    circumstances: said(input.circumstances),
  };
}

import type { Role, Word } from '../access/access-table';
import { RuleBroken } from '../process/process';
import type { ReferralGap } from '../vocabulary/referrals';
import { REFERRAL_ITEMS, type ReferralItem } from './package-items';

/** Where exactly somebody lives is told to whoever houses or protects them, and to nobody else (model 2.14). */
const WHERE_ONE_LIVES_FOR: readonly string[] = ['HOUSING', 'SAFETY'];
const RESTRICTED: readonly ReferralItem[] = ['LEGAL_STATUS', 'ADDRESS'];
/** Class 30 of model 5.1: a specialist refers for their own service, a caseworker for any. */
const SERVICES_OF: Partial<Record<Role, readonly string[]>> = {
  LEGAL: ['LEGAL', 'DOCUMENTATION'],
  HOUSING: ['HOUSING'],
  COUNSELLOR: ['MHPSS'],
  FAMILY_LINKS: ['FAMILY_TRACING'],
};

/** The word without which nobody takes an item out of a file; null where our own words are told. */
const WORDS: Partial<Record<ReferralItem, Word>> = {
  NEEDS: 'need:read',
  HEALTH: 'need:read',
  DOCUMENTS: 'document:read',
  LEGAL_STATUS: 'claim:read',
  ADDRESS: 'location:reveal',
};
export const wordToTell = (item: ReferralItem): Word => WORDS[item] ?? 'client:read';

/** Whether a role on a case refers for a service. */
export const refersFor = (role: Role, service: string): boolean => SERVICES_OF[role]?.includes(service) ?? true;

/** Whether a coordinator agrees to it by itself (R-RE-04). */
export const isRestrictedItem = (item: ReferralItem): boolean => RESTRICTED.includes(item);

/** Why an item cannot be ticked for a service; null when it can, where a consent covers it. */
export function gapOfItem(item: ReferralItem, service: string): ReferralGap | null {
  if (item === 'NAME') return 'AFTER_ACCEPTANCE';
  if (item === 'ADDRESS' && !WHERE_ONE_LIVES_FOR.includes(service)) return 'NOT_FOR_SERVICE';
  return null;
}

/** A need or a document of a choice. */
export interface ChosenPiece {
  id: string;
  restricted: boolean;
  /** It tells of somebody's health: `HEALTH` is ticked with it. */
  health: boolean;
}

/** What somebody wants to tell: items, and of needs and documents each by itself. */
export interface Choice {
  items: readonly ReferralItem[];
  needs: readonly ChosenPiece[];
  documents: readonly ChosenPiece[];
}

/** What in a choice goes out only on a coordinator's word, one key each: `ADDRESS`, `NEED:<id>`. */
export function restrictedIn({ items, needs, documents }: Choice): string[] {
  const each = (kind: string, all: readonly ChosenPiece[]): string[] =>
    all.filter(({ restricted }) => restricted).map(({ id }) => `${kind}:${id}`);
  return [
    ...items.filter(isRestrictedItem),
    ...(items.includes('NEEDS') || items.includes('HEALTH') ? each('NEED', needs) : []),
    ...(items.includes('DOCUMENTS') ? each('DOCUMENT', documents) : []),
  ];
}

/** What these keys name: the other way round than `restrictedIn`. */
export function chosenBy(keys: readonly string[]): { items: ReferralItem[]; needIds: string[]; documentIds: string[] } {
  const ids = (kind: string): string[] => keys.flatMap((key) => (key.startsWith(`${kind}:`) ? [key.slice(kind.length + 1)] : []));
  const [needIds, documentIds] = [ids('NEED'), ids('DOCUMENT')];
  const holders = [...(needIds.length ? ['NEEDS', 'HEALTH'] : []), ...(documentIds.length ? ['DOCUMENTS'] : [])];
  return { items: inOrder([...keys, ...holders]), needIds, documentIds };
}

/**
 * What can be told to this service at all, and needs and documents named one by one exactly where they are ticked; what tells of health stands
 * under `HEALTH`, so that a consent which does not name it covers none of it.
 * @throws RuleBroken `item-not-offered` with the gaps by item
 */
export function assertOffered({ items, needs, documents }: Choice, service: string): void {
  const fields: Record<string, string[]> = {
    ...gapsByItem(items, service),
    ...(items.includes('NEEDS') === needs.some(({ health }) => !health) ? {} : { needIds: ['missing'] }),
    ...(items.includes('HEALTH') === [...needs, ...documents].some(({ health }) => health) ? {} : { 'items.HEALTH': ['missing'] }),
    ...(items.includes('DOCUMENTS') === documents.length > 0 ? {} : { documentIds: ['missing'] }),
  };
  if (Object.keys(fields).length) throw new RuleBroken('item-not-offered', {}, fields);
}

/**
 * What can be told to this service at all, in whatever form.
 * @throws RuleBroken `item-not-offered` with the gaps by item
 */
export function assertTellable(items: readonly ReferralItem[], service: string): void {
  const fields = gapsByItem(items, service);
  if (Object.keys(fields).length) throw new RuleBroken('item-not-offered', {}, fields);
}

function gapsByItem(items: readonly ReferralItem[], service: string): Record<string, string[]> {
  return Object.fromEntries(
    items.flatMap((item) => {
      const gap = gapOfItem(item, service);
      return gap === null ? [] : [[`items.${item}`, [gap]]];
    }),
  );
}

/**
 * Model 2.14: a package tells who cares for a minor, the youngest possible age counting (R-ID-03), or speaks for somebody who cannot decide; in words
 * wherever it is ticked.
 * @param words what we say of it; null where nothing
 * @throws RuleBroken `guardian-unsaid`
 */
export function assertGuardianSaid(items: readonly ReferralItem[], words: string | null, isNeeded: boolean): void {
  const isTicked = items.includes('GUARDIAN');
  if (isTicked && words === null) throw new RuleBroken('guardian-unsaid', {}, { guardian: ['missing'] });
  if (isNeeded && !isTicked) throw new RuleBroken('guardian-unsaid', {}, { 'items.GUARDIAN': ['missing'] });
}

/** In the order in which a package tells them, whatever the order in which they were ticked. */
export const inOrder = (items: readonly string[]): ReferralItem[] => REFERRAL_ITEMS.filter((item) => items.includes(item));

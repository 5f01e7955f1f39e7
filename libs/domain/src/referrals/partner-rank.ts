import type { PartnerReason } from '../vocabulary/referrals';

/** A partner as far as a choice among several asks. */
export interface RankedPartner {
  id: string;
  name: string;
  country: string;
  services: readonly string[];
  languages: readonly string[];
  /** How many people it takes at once for this service; null where nobody said. */
  places: number | null;
  inHand: number;
  /** Median hours from sending to its answer, over a year; null while it has answered nothing. */
  medianHours: number | null;
  mayReceive: boolean;
}

export interface Wish {
  service: string;
  country: string;
  languages: readonly string[];
}

/** Why a partner stands where it stands; `value`: free places, or hours. */
export interface Reason {
  reason: PartnerReason;
  value: number | null;
}

export interface Placed<P extends RankedPartner> {
  partner: P;
  reasons: Reason[];
}

/**
 * Partners that offer a service, the best first: those that may receive now, then by country, language, room, and time to answer; by name
 * where all of that is equal, so that the same question has the same answer.
 */
export function rankPartners<P extends RankedPartner>(partners: readonly P[], wish: Wish): Placed<P>[] {
  return partners
    .filter(({ services }) => services.includes(wish.service))
    .map((partner) => ({ partner, order: orderOf(partner, wish) }))
    .sort(
      (one, other) =>
        compared(one.order, other.order) ||
        one.partner.name.localeCompare(other.partner.name, 'en') ||
        (one.partner.id < other.partner.id ? -1 : 1),
    )
    .map(({ partner }) => ({ partner, reasons: reasonsFor(partner, wish) }));
}

const freeOf = ({ places, inHand }: RankedPartner): number | null => (places === null ? null : Math.max(0, places - inHand));
const isNear = (partner: RankedPartner, { country }: Wish): boolean => partner.country === country;
const speaks = (partner: RankedPartner, { languages }: Wish): boolean => partner.languages.some((each) => languages.includes(each));

/** Smaller is better, the first difference decides. */
function orderOf(partner: RankedPartner, wish: Wish): number[] {
  const worse = (good: boolean): number => (good ? 0 : 1);
  return [
    worse(partner.mayReceive),
    worse(isNear(partner, wish)),
    worse(speaks(partner, wish)),
    worse(freeOf(partner) !== 0),
    partner.medianHours ?? Infinity,
  ];
}

function compared(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) < (other[at] ?? 0) ? -1 : 1;
}

function reasonsFor(partner: RankedPartner, wish: Wish): Reason[] {
  const free = freeOf(partner);
  const say = (reason: PartnerReason, value: number | null = null): Reason => ({ reason, value });
  return [
    say('OFFERS_SERVICE'),
    ...(isNear(partner, wish) ? [say('SAME_COUNTRY')] : []),
    ...(speaks(partner, wish) ? [say('SPEAKS_LANGUAGE')] : []),
    ...(free === null ? [] : [free > 0 ? say('HAS_PLACES', free) : say('FULL', 0)]),
    partner.medianHours === null ? say('NO_ANSWERS_YET') : say('ANSWERS_FAST', Math.round(partner.medianHours)),
  ];
}

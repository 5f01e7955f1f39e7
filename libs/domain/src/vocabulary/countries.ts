import type { Language } from './code-list';

/** ISO 3166-1 alpha-2, and XK, the code in use for Kosovo. */
export const COUNTRIES = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH ' +
  'CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN ' +
  'GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI ' +
  'LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM ' +
  'PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD ' +
  'TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW XK'
).split(' ');

/** A country that is none (ISO leaves this code to its users): demonstrations and tests reckon with its rules, which are made up. */
export const EXAMPLE_COUNTRY = 'XX';
/** Where somebody may ask for protection. */
export const CLAIM_COUNTRIES: readonly string[] = [...COUNTRIES, EXAMPLE_COUNTRY];
const EXAMPLE_NAME: Readonly<Record<Language, string>> = { en: 'Example country', fa: 'کشور نمونه' };

/** What people read for a country; the code itself when the platform has no name for it. */
export function countryName(countryCode: string, reader: Language): string {
  if (countryCode === EXAMPLE_COUNTRY) return EXAMPLE_NAME[reader];
  return new Intl.DisplayNames(reader, { type: 'region' }).of(countryCode) ?? countryCode;
}

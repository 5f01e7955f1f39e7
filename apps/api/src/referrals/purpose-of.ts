import type { Referral } from './referral.entity';

/** On which consent a referral rests: handing a case over is asked for by itself. */
export const purposeOf = (kind: string): Referral['purpose'] => (kind === 'TRANSFER' ? 'C03_TRANSFER' : 'C02_REFERRAL');

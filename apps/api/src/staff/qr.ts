import type { QrView } from '@panah/contracts/account.contract';
import { encode } from 'uqr';

/** A QR code as rows of `0` and `1`. It goes over the wire as text: the page draws it, no picture is made or kept. */
export function qrOf(text: string): QrView {
  const { size, data } = encode(text, { ecc: 'M', border: 0 });
  return { size, rows: data.map((row) => row.map((dark) => (dark ? '1' : '0')).join('')) };
}

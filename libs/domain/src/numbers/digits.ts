const ZEROES = ['۰', '٠'].map((zero) => zero.charCodeAt(0));

/** Persian and Arabic digits as 0–9; all else as it was. */
export function latinDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (ZEROES.find((zero) => code >= zero && code <= zero + 9) ?? code));
  });
}

/** 0–9 as Persian digits, for showing. */
export function persianDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? digit);
}

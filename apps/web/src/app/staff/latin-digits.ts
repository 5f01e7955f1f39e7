/** People type the digits of their keyboard; codes are compared in Latin ones. */
export const latinDigits = (text: string): string =>
  text.replace(/[۰-۹٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15)).replace(/\s/g, '');

import { numberWord } from './number-words';
import type { PlainText } from './plain-text';
import { follows, wordList } from './word-list';
import type { Span, Token } from './tokens';

const CURRENCIES = wordList(
  'euro euros eur dollar dollars usd pound pounds gbp lek lekë leke franc francs chf kronor kronen kroner rial rials toman tomans dinar dinars lira ' +
    'یورو دلار پوند تومان تومن ریال دینار لیر لک فرانک کرون يورو دولار دولارات جنيه دينار دنانير ريال ليرة',
);
const SIGNED = /[€$£₺﷼] ?\d{1,12}|\d{1,12} ?[€$£₺﷼]/g;

/** Sums of money: a message is private family news, not about money (R-FL-09). */
export function moneyIn({ text }: PlainText, tokens: readonly Token[]): Span<'MONEY'>[] {
  const told = tokens.flatMap((token, at) => {
    const before = tokens[at - 1];
    if (!CURRENCIES.has(token.text) || !before || !follows(token)) return [];
    return before.isNumber || numberWord(before.text) ? [{ kind: 'MONEY' as const, at: before.at, to: token.to }] : [];
  });
  const signed = Array.from(text.matchAll(SIGNED), (match) => ({
    kind: 'MONEY' as const,
    at: match.index,
    to: match.index + match[0].length,
  }));
  return [...told, ...signed];
}

import type { PlainText } from './plain-text';
import { numberWord } from './number-words';
import { follows, wordList } from './word-list';
import type { Span, Token } from './tokens';

/** Behind the name: Baker Street, Hauptstrasse, Atatürk Caddesi. */
const BEHIND = wordList(
  'street road avenue ave lane boulevard blvd drive terrace crescent square platz sokak sokağı sokagi cadde caddesi mahallesi bulvarı bulvari',
);
/** The same where both words have a capital: Elm Grove. */
const PERHAPS_BEHIND = wordList('grove close mews gardens court row walk way view rise hill place');
const NO_STREET_NAMES = wordList('my his her our your no the this that every some any one');
const SHORT_BEHIND = wordList('st rd str dr sq');
/** Before it. */
const BEFORE = wordList(
  'rue avenue boulevard bd impasse quai ruelle rruga rrugën rrugica rr bulevardi bulevardin sheshi via viale piazza calle odos straße strasse',
);
/** Before it, but only before a capital or a number: these are words of every day. */
const PERHAPS_BEFORE = wordList(
  'place chemin allée allee cours square sheshi lagjja lagjia lagjen fshati pallati platz weg gasse allee ufer damm ring corso largo',
);
const GLUED = /^\p{L}{2,30}(strasse|strase|str|gasse|allee|chaussee|straat|laan|plein|gatan|gata|vagen|veien|vej|gade)n?$/u;
/** Glued German words that are streets beside a number, and otherwise only when nobody walks them in a letter. */
const PERHAPS_GLUED = /^\p{L}{2,30}(weg|platz|ufer|damm|ring|steig|markt|hof|park|berg|tor|brucke|hugel|pfad)$/u;
const NO_STREETS = wordList(
  'heimweg rückweg umweg hinweg ausweg schulweg lebensweg irrweg unterweg feldweg waldweg deinweg durchweg keinesweg halbweg mittelweg fluchtweg leidensweg ' +
    'spielplatz arbeitsplatz parkplatz sitzplatz schlafplatz lieblingsplatz stammplatz ruheplatz sportplatz fußballplatz studienplatz kitaplatz bauplatz ' +
    'milchstraße sackgasse einbahnstraße landstraße gata einweg radweg gehweg vorweg hinterweg minuteng regata tomate fregata nagata',
);
const NUMBER_SAID = wordList('number nummer nr no numéro numri');
const JOINING = wordList('de du des d la le les l e i të së del della van der den la los of the');
const ARABIC_STREETS = wordList('خیابان خیابون کوچه بلوار میدان میدون بزرگراه اتوبان شهرک محله کوی شارع زقاق جادة حارة محلة');
const ARABIC_NUMBERED = wordList('پلاک واحد طبقه بن‌بست پلاك بناية عمارة شقة رقم منزل حي');
/** What may stand behind a street that is only walked in. */
const NO_NAMES = wordList(
  'ما من تو او شما آنها اونا خودمان خودمون ما‌ن‌ و در به از که را رو بود بودم بودیم بودند هست است شد می میکردیم می‌کردیم بازی می‌رفتیم میرفتیم راه قدم دوچرخه پر خلوت شلوغ تاریک قدیمی تنگ باریک ' +
    'با تا هم یا ولی اما مان مون یک ای های پایین بالا کنار سر پشت جلوی مادربزرگ پدربزرگ بچگی کودکی کودکیم مدرسه جنگ نبرد ' +
    'كان كنا التي الذي في من على مع وكنا بيتنا طفولتنا قديم طويل نلعب ضيق و هادئ',
);

type Street = Span<'STREET'>;
const isArabic = (token: Token): boolean => /^\p{Script=Arabic}/u.test(token.text);

export function streetsIn(_: PlainText, tokens: readonly Token[]): Street[] {
  return tokens.flatMap((token, at) => {
    if (token.isNumber) return [];
    return isArabic(token) ? arabicStreet(tokens, at) : latinStreet(tokens, at);
  });
}

/** Up to the house number where one follows. */
function upTo(tokens: readonly Token[], from: Token, last: number): Street[] {
  const number = tokens[last + 1];
  const numbered = number?.isNumber === true && /^[ ,.]{1,3}(nr|no)?[. ]*$/.test(number.gap);
  return [{ kind: 'STREET', at: from.at, to: (numbered ? number : (tokens[last] ?? from)).to }];
}

function latinStreet(tokens: readonly Token[], at: number): Street[] {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token || NO_STREETS.has(token.text)) return [];
  if (BEHIND.has(token.text) && follows(next) && NUMBER_SAID.has(next.text) && tokens[at + 2]?.isNumber) return upTo(tokens, token, at + 2);
  const numbered = (follows(next) && next.isNumber) || (before?.isNumber === true && follows(token) && before.text.length <= 4);
  if (GLUED.test(token.text)) return upTo(tokens, token, at);
  if (PERHAPS_GLUED.test(token.text) && ((follows(next) && next.isNumber) || (token.capital && /(weg|platz|gasse)$/.test(token.text))))
    return upTo(tokens, token, at);
  const ordinal = before && follows(token) && /^(st|nd|rd|th)$/.test(before.text) ? tokens[at - 2] : undefined;
  if (BEHIND.has(token.text) && ordinal?.isNumber) return upTo(tokens, ordinal, at);
  const german = germanAddress(tokens, at);
  if (german !== null) return [{ kind: 'STREET', at: token.at, to: german }];
  const sure = BEFORE.has(token.text);
  const named = sure || PERHAPS_BEFORE.has(token.text) ? nameBehind(tokens, at, sure) : null;
  if (named !== null) return upTo(tokens, before?.isNumber && follows(token) ? before : token, named);
  if (BEHIND.has(token.text) || (SHORT_BEHIND.has(token.text) && before?.capital)) {
    if (before && follows(token) && before.capital && !before.opens) return upTo(tokens, houseBefore(tokens, at - 1) ?? before, at);
    if (before && follows(token) && before.capital && token.capital) return upTo(tokens, houseBefore(tokens, at - 1) ?? before, at);
    if (numbered && BEHIND.has(token.text)) return upTo(tokens, before?.isNumber ? before : token, at);
  }
  if (PERHAPS_BEHIND.has(token.text) && token.capital && before?.capital && token.gap === ' ' && !NO_STREET_NAMES.has(before.text))
    return upTo(tokens, houseBefore(tokens, at - 1) ?? before, at);
  return numbered && (sure || PERHAPS_BEFORE.has(token.text)) ? upTo(tokens, before?.isNumber ? before : token, at) : [];
}

const GERMAN_LEADS = wordList('am an im auf unter zum zur hinter vor');
const GERMAN_THE = wordList('der den dem');

/** Unter den Linden 5: where it ends, or null. */
function germanAddress(tokens: readonly Token[], at: number): number | null {
  if (!GERMAN_LEADS.has(tokens[at]?.text ?? '')) return null;
  let last = at + (GERMAN_THE.has(tokens[at + 1]?.text ?? '') ? 1 : 0);
  const first = last;
  while (last < first + 2 && follows(tokens[last + 1]) && tokens[last + 1]?.capital) last += 1;
  const number = tokens[last + 1];
  return last > first && number?.isNumber && number.gap === ' ' && number.text.length <= 3 ? number.to : null;
}

/** The house number before a street's name. */
function houseBefore(tokens: readonly Token[], at: number): Token | null {
  const [number, name] = [tokens[at - 1], tokens[at]];
  return number?.isNumber && follows(name) && number.text.length <= 4 ? number : null;
}

/** The last word of the name behind a street word; null when nothing there is a name. */
function nameBehind(tokens: readonly Token[], at: number, sure: boolean): number | null {
  let last = at;
  let joined = false;
  while (last < at + 3 && follows(tokens[last + 1]) && JOINING.has(tokens[last + 1]?.text ?? '')) {
    last += 1;
    joined = true;
  }
  const name = tokens[last + 1];
  const shortened = (tokens[at]?.text.length ?? 0) <= 3 && name?.gap === '. ';
  if (!name || !(shortened || follows(name))) return null;
  const french = /^(rue|avenue|boulevard|impasse|quai)$/.test(tokens[at]?.text ?? '');
  if (name.capital || name.isNumber || (sure && joined && french && tokens[at + 1]?.text !== 'la' && tokens[at + 1]?.text !== 'et'))
    return last + 1;
  return null;
}

function arabicStreet(tokens: readonly Token[], at: number): Street[] {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token) return [];
  const word = token.text.replace(/^(و|ب|ل)?(ال)?(?=شارع|حی$)/, '');
  const definite = /^(و|ب|ل)?ال/.test(token.text);
  if (ARABIC_NUMBERED.has(word) && follows(next) && (next.isNumber || numberWord(next.text))) return upTo(tokens, token, at + 1);
  if (!ARABIC_STREETS.has(word) && !(word === 'حی' && next?.text.startsWith('ال') === true)) return [];
  if (!follows(next)) return [];
  if (next.isNumber) return upTo(tokens, token, at);
  const name = next.text;
  return definite || NO_NAMES.has(name) || /^(می|نمی)/.test(name) || name.length < 2 ? [] : upTo(tokens, token, at + 1);
}

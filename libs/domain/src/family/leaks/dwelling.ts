import { isListed } from './places';
import type { PlainText } from './plain-text';
import type { Span, Token } from './tokens';
import { follows, wordList } from './word-list';

/** Words with which somebody says where they live, and what then stands before the place. */
const DWELLS = wordList(
  'live lives lived living stay stays stayed staying moved arrived settled wohne wohnen wohnt wohnst lebe leben lebt gezogen ziehe ziehen umgezogen ' +
    'habite habitons habites habitez loge logeons emménagé jetoj jetojmë banoj banojmë',
);
const IN = wordList('in at near to from around outside bei nach nahe aus à dans près vers en në te pranë afër nga');
const FURTHEST = 4;
/** What stands there with a capital and is no place: German nouns, feasts, languages, people of the family. */
const NO_PLACE = wordList(
  'Frieden Angst Ruhe Sicherheit Freiheit Armut Freunden Freund Freundin Freundinnen Haus Hause Liebe Hoffnung Gedanken Sorge Sorgen Gott Familie Verwandten ' +
    'Leuten Menschen Nachbarn Zeiten Ordnung Gesundheit Einsamkeit Stille Würde Erinnerung Träumen Wärme Kälte Hand Wahrheit ' +
    'God Mum Dad Mama Papa Mother Father Grandma Grandpa Christmas Easter Ramadan Nowruz Noruz Eid English Persian Farsi Albanian German French Arabic ' +
    'Dieu Noël Pâques Zot Krishtlindje I',
);

/** A place that no list has: a name with a capital, said of where somebody lives. */
export function dwellingsIn(_: PlainText, tokens: readonly Token[]): Span<'CITY'>[] {
  return tokens.flatMap((token, at) => {
    if (!DWELLS.has(token.text)) return [];
    for (let lead = at + 1; lead <= at + FURTHEST && follows(tokens[lead]); lead++) {
      const name = tokens[lead + 1];
      if (!IN.has(tokens[lead]?.text ?? '') || !follows(name)) continue;
      if (isPlace(name)) return [{ kind: 'CITY' as const, at: name.at, to: name.to }];
    }
    return [];
  });
}

const isPlace = (name: Token): boolean =>
  name.capital && !name.isNumber && name.text.length > 2 && !NO_PLACE.has(name.text) && !isListed(name);

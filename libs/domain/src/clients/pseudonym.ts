/** Plain things of nature: they say nothing about a person, and are easy to say aloud in any language. */
const WORDS = [
  'Alder',
  'Amber',
  'Aspen',
  'Birch',
  'Brook',
  'Cedar',
  'Clover',
  'Coral',
  'Cypress',
  'Dune',
  'Elm',
  'Fern',
  'Field',
  'Grove',
  'Harbour',
  'Hazel',
  'Heather',
  'Island',
  'Juniper',
  'Lake',
  'Larch',
  'Laurel',
  'Linden',
  'Maple',
  'Meadow',
  'Olive',
  'Orchard',
  'Pebble',
  'Poplar',
  'River',
  'Spruce',
  'Willow',
] as const;

/**
 * A pseudonym such as "Linden 482": proposed by the house, to be spoken where a name may not be heard.
 * @param bytes at least four, from a cryptographic source
 */
export function pseudonymFrom(bytes: Uint8Array): string {
  const [word = 0, high = 0, low = 0] = bytes;
  return `${WORDS[word % WORDS.length]} ${100 + ((high * 256 + low) % 900)}`;
}

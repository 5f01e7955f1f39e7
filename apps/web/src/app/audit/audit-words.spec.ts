import { RECORD_CLASSES, WORDS } from '@panah/domain/access/access-table';
import { classInWords, fieldInWords, recordInWords, wordInWords } from './audit-words';

describe('what the log says', () => {
  afterEach(() => (document.documentElement.lang = 'en'));

  it.each(['en', 'fa'])('has words a person understands for each word of the access table (%s)', (language) => {
    document.documentElement.lang = language;
    const unnamed = WORDS.filter((word) => {
      const [noun, verb] = wordInWords(word).split(': ');
      return !verb || noun === word.split(':')[0] || (language === 'fa' && /[a-z]/i.test(verb));
    });
    expect(unnamed).toEqual([]);
  });

  it('says each class of field in the reader’s language', () => {
    document.documentElement.lang = 'fa';
    expect(RECORD_CLASSES.filter((name) => /[a-z]/i.test(classInWords(name)))).toEqual([]);
  });

  it('shows a word that nobody has named yet as it stands, rather than nothing', () => {
    expect(wordInWords('kite:fly')).toBe('kite:fly');
    expect(wordInWords('case:paint')).toBe('Case: paint');
    expect(recordInWords('kite_string')).toBe('kite string');
    expect(fieldInWords('agreementValidTo')).toBe('agreement valid to');
  });
});

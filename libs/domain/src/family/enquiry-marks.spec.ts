import { marksOf } from './enquiry-marks';

const of = (kind: string, said: Parameters<typeof marksOf>[0]): string[] =>
  marksOf(said)
    .filter((mark) => mark.kind === kind)
    .map(({ value }) => value);

describe('by what enquiries are recognised beside others', () => {
  it('knows a telephone in any writing, given or named in the words', () => {
    const written = ['+355 69 123 45 67', '00355-69-1234567', '069 123 4567', '۰۶۹ ۱۲۳ ۴۵۶۷'];
    const marks = written.map((phone) => of('TELEPHONE', { phone, words: 'please' }));
    expect(new Set(marks.flat()).size).toBe(1);
    expect(of('TELEPHONE', { words: 'Ring me on 069 123 45 67, please.' })).toEqual(marks[0]);
    expect(of('TELEPHONE', { phone: '069 123 45 68', words: '' })).not.toEqual(marks[0]);
    expect(of('TELEPHONE', { words: 'He was born in 1362 and left in 2003.' })).toEqual([]);
  });

  it('knows an address in capitals, and with something added behind a plus', () => {
    const marks = ['Somebody@Example.org', ' somebody+two@example.org'].map((email) => of('MAIL', { email, words: '' }));
    expect(marks).toEqual([['somebody@example.org'], ['somebody@example.org']]);
    expect(of('MAIL', { words: 'Write to somebody@example.org!' })).toEqual(['somebody@example.org']);
    expect(of('MAIL', { email: 'nobody@example.org', words: '' })).not.toEqual(marks[0]);
  });

  it('knows a sentence of five words in any spelling, and none that is shorter', () => {
    const written = [
      'سلام. می‌خواهم برادرم را پیدا کنم، کمک کنید!',
      'مي خواهم برادرم را پيدا كنم کمک کنید',
      'میخواهم برادرم را پیدا کنم کمک کنید؟ ممنون',
    ];
    expect(new Set(written.flatMap((words) => of('WORDING', { words }))).size).toBe(1);
    const latin = of('WORDING', { words: 'I am LOOKING for my uncle.' });
    expect(latin).toEqual(of('WORDING', { words: 'Hello!\nI am looking — for my uncle' }));
    expect(of('WORDING', { words: 'Looking for my uncle. Please help him.' })).toEqual([]);
  });
});

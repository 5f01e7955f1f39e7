import { LANGUAGES } from '../vocabulary/languages';
import { enquiryAnswer } from './enquiry-answer';

describe('what everybody is told who asks for somebody', () => {
  it('is one sentence in each of the six languages, and English to be interpreted in all others', () => {
    const own = LANGUAGES.filter((language) => enquiryAnswer(language).language === language);
    expect(own.sort()).toEqual(['ar', 'de', 'en', 'fa', 'fr', 'sq']);
    expect(enquiryAnswer('tr')).toEqual(enquiryAnswer('en'));
    expect(enquiryAnswer('prs')).toEqual(enquiryAnswer('fa'));
    expect(new Set(LANGUAGES.map((language) => enquiryAnswer(language).sentence)).size).toBe(6);
  });
});

import type { FamilyEnquiryInput } from '@panah/contracts/family-enquiries.contract';
import type { FamilyMessageInput } from '@panah/contracts/family-messages.contract';

const message = (direction: 'TO_RELATIVE' | 'TO_CLIENT', language: string, body: string, how = 'DICTATED'): FamilyMessageInput => ({
  direction,
  language,
  body,
  how,
});

/** What two invented sisters say to each other, and how far each message has come. */
export const MESSAGES = {
  /** Says more than it should: a place, a day, a number. */
  toLookOver: message(
    'TO_RELATIVE',
    'fa',
    'خواهر جانم، روزی نیست که به یاد تو نباشم. من حالا در تیرانا زندگی می‌کنم و هر سه‌شنبه به کلاس زبان می‌روم.\n\nاگر خواستی، شماره‌ام ۰۶۹ ۱۲۳ ۴۵۶۷ است. بچه‌ها می‌پرسند خاله چه آوازی می‌خواند.',
  ),
  returned: message(
    'TO_RELATIVE',
    'en',
    'My dear, I am well and I have a room with a window. Farhad from our old street told me that your son has married. Please come to me, I wait for you.',
  ),
  toTranslate: message(
    'TO_RELATIVE',
    'fa',
    'خواهر جانم، دخترت شاید فارسی نمی‌خواند؛ این را برای او هم نوشتم. بگو خاله‌اش هر شب برایش دعا می‌کند.',
    'WRITTEN',
  ),
  toLetGo: message('TO_CLIENT', 'en', 'Little sister, I kept your red scarf all these years. On Friday I wore it, and I was not sad.'),
  toDecideOn: message('TO_RELATIVE', 'en', 'If you do not answer me, you are no sister of mine any more.'),
  toDeliver: message('TO_RELATIVE', 'en', 'I think of you when I cook. The children ask what you were like as a girl.'),
} as const;

export const KIND_WORDS =
  'This is a warm letter. Somebody else is spoken of who has not been asked: could you leave out who it is? And could you say the last sentence so that a no is easy too?';
export const TRANSLATED_FOR = 'de';

/** Three who ask in the same words for three people; and one who asks for somebody whom the demonstration knows. */
const asked = (asking: string[], sought: string[], more: Partial<FamilyEnquiryInput['asking']> & { words: string }): FamilyEnquiryInput => {
  const { words, ...rest } = more;
  return {
    asking: { names: asking, relation: 'BROTHER', phone: null, email: null, language: 'fa', keepsData: true, ...rest },
    sought: { names: sought, sex: null, birth: null, fatherName: null, birthPlace: null },
    way: 'PHONE',
    words,
  };
};
const SAME_WORDS = 'I only want to know where he is and I shall tell nobody else.';
export const ALIKE: readonly FamilyEnquiryInput[] = [
  asked(['Behruz'], ['Javad'], { phone: '+49 170 0000001', words: SAME_WORDS }),
  asked(['Behruz K.'], ['Hamed'], { phone: '0049 170 0000001', language: 'en', words: `I am his brother. ${SAME_WORDS}` }),
  asked(['Parviz'], ['Siamak'], { phone: '0170 0000001', words: `He is my cousin. ${SAME_WORDS}`, relation: 'COUSIN' }),
];

/** Somebody who asks for a client of the demonstration, by all the names that they know. */
export const askedFor = (
  asking: string[],
  relation: string,
  { names, sex, birth }: { names: string[]; sex: string | null; birth: string | null },
): FamilyEnquiryInput => ({
  asking: { names: asking, relation, phone: null, email: 'somebody@example.org', language: 'fa', keepsData: true },
  sought: { names, sex, birth: birth ? { originalText: birth } : null, fatherName: null, birthPlace: null },
  way: 'EMAIL',
  words: 'We were parted when I was small. I do not want anything of them. I only want them to know that I am alive.',
});

import type { Language } from '@panah/domain/vocabulary/code-list';
import type { LinkFace } from '@panah/domain/family/link-face';
import type { LadderStep } from '@panah/domain/family/ladder';

interface SheetWords {
  title: string;
  lead: string;
  done: string;
  noted: string;
  warned: string;
  begun: string;
  answer: string;
  contact: string;
  ended: string;
  stands: string;
  faces: Readonly<Record<LinkFace, string>>;
  allowed: string;
  mayKnow: Readonly<Record<LadderStep, string>>;
  neither: string;
  country: string;
  contactDetails: string;
  both: string;
  given: string;
  until: string;
  none: string;
  silence: string;
  right: string;
}

/** The page speaks the language of the person it is for, whatever the one of the screen. */
export const WISH_SHEET: Readonly<Record<Language, SheetWords>> = {
  en: {
    title: 'What we have done, and what you have allowed',
    lead: 'This is about the person you wish to find again. It names nobody.',
    done: 'What we have done',
    noted: 'We wrote down your wish',
    warned: 'We told you what an answer can mean',
    begun: 'We began',
    answer: 'The day of our answer',
    contact: 'In contact since',
    ended: 'You ended it',
    stands: 'How it stands',
    faces: {
      NOTED: 'It is noted. Nothing has begun.',
      IN_PROGRESS: 'It is in progress.',
      IN_CONTACT: 'You are in contact.',
      ENDED: 'You ended it. You can begin again whenever you like.',
    },
    allowed: 'What you have allowed',
    mayKnow: {
      NOTHING: 'They may know nothing, not even that we know you.',
      ALIVE_ONLY: 'They may know that you are alive and well.',
      ONE_MESSAGE: 'They may know that you are alive and well, and have one message from you.',
      MEDIATED: 'They may know that you are alive and well, and the two of you may write through us.',
      CALL: 'They may know that you are alive and well; you may write through us, and speak with one of us there.',
      MEETING: 'They may know that you are alive and well; you may write through us, speak with one of us there, and meet.',
    },
    neither: 'Not where you live, and not how to reach you.',
    country: 'Also the country in which you live; not how to reach you.',
    contactDetails: 'Also how to reach you; not the country by itself.',
    both: 'Also the country in which you live, and how to reach you.',
    given: 'Your yes to each',
    until: 'until',
    none: 'You have not said yes to anything yet.',
    silence: 'To hear nothing can mean many things. We never say which; it is the same for everybody.',
    right: 'Each yes is yours. You can take it back at any time, without saying why; what rests on it stops at once.',
  },
  fa: {
    title: 'آنچه کرده‌ایم و آنچه شما اجازه داده‌اید',
    lead: 'این دربارهٔ کسی است که می‌خواهید باز بیابید. نام هیچ کس در آن نیست.',
    done: 'آنچه کرده‌ایم',
    noted: 'خواستهٔ شما را نوشتیم',
    warned: 'گفتیم که یک پاسخ چه معناهایی می‌تواند داشته باشد',
    begun: 'آغاز کردیم',
    answer: 'روز پاسخ ما',
    contact: 'در تماس از',
    ended: 'شما پایان دادید',
    stands: 'اکنون چگونه است',
    faces: {
      NOTED: 'یادداشت شده است. چیزی آغاز نشده.',
      IN_PROGRESS: 'در جریان است.',
      IN_CONTACT: 'شما در تماس هستید.',
      ENDED: 'شما پایان دادید. هر زمان بخواهید می‌توانید دوباره آغاز کنید.',
    },
    allowed: 'آنچه شما اجازه داده‌اید',
    mayKnow: {
      NOTHING: 'چیزی نباید بداند، حتی این که شما را می‌شناسیم.',
      ALIVE_ONLY: 'می‌تواند بداند که شما زنده و خوب هستید.',
      ONE_MESSAGE: 'می‌تواند بداند که شما زنده و خوب هستید، و یک پیام از شما داشته باشد.',
      MEDIATED: 'می‌تواند بداند که شما زنده و خوب هستید، و از راه ما برای هم بنویسید.',
      CALL: 'می‌تواند بداند که شما زنده و خوب هستید؛ می‌توانید از راه ما بنویسید و با حضور یکی از ما گفت‌وگو کنید.',
      MEETING: 'می‌تواند بداند که شما زنده و خوب هستید؛ می‌توانید از راه ما بنویسید، با حضور یکی از ما گفت‌وگو کنید و دیدار کنید.',
    },
    neither: 'نه این که کجا زندگی می‌کنید، و نه راه تماس با شما.',
    country: 'همچنین کشوری که در آن زندگی می‌کنید؛ نه راه تماس با شما.',
    contactDetails: 'همچنین راه تماس با شما؛ نه کشور به‌تنهایی.',
    both: 'همچنین کشوری که در آن زندگی می‌کنید، و راه تماس با شما.',
    given: 'رضایت شما به هر یک',
    until: 'تا',
    none: 'هنوز به چیزی رضایت نداده‌اید.',
    silence: 'نشنیدن خبر می‌تواند معناهای بسیاری داشته باشد. هرگز نمی‌گوییم کدام؛ برای همه همین است.',
    right: 'هر رضایت از آن شماست. هر زمان می‌توانید آن را پس بگیرید، بی آن که دلیلی بگویید؛ هر چه بر آن استوار است بی‌درنگ متوقف می‌شود.',
  },
};

import type { Language } from '@panah/domain/vocabulary/code-list';

interface SheetWords {
  title: string;
  lead: string;
  to: string;
  what: string;
  consent: string;
  sent: string;
  opened: string;
  notOpened: string;
  ended: string;
  open: string;
  none: string;
  right: string;
}

/** The sheet speaks the language of the person it is for, whatever the one of the page. */
export const SHEET_WORDS: Readonly<Record<Language, SheetWords>> = {
  en: {
    title: 'What we have told about you, and to whom',
    lead: 'Each line rests on your own yes. You can take it back at any time, without saying why; what rests on it stops at once.',
    to: 'To whom',
    what: 'What',
    consent: 'On your yes of',
    sent: 'Sent',
    opened: 'First read',
    notOpened: 'not read',
    ended: 'Ended',
    open: 'open to them',
    none: 'Nothing about you was told to anybody outside.',
    right: 'If something here surprises you, tell us.',
  },
  fa: {
    title: 'آنچه دربارهٔ شما گفته‌ایم و به چه کسی',
    lead: 'هر سطر بر رضایت خود شماست. هر زمان می‌توانید آن را پس بگیرید، بی آن که دلیلی بگویید؛ هر چه بر آن استوار است بی‌درنگ متوقف می‌شود.',
    to: 'به چه کسی',
    what: 'چه چیزی',
    consent: 'بر رضایت شما در',
    sent: 'فرستاده شد',
    opened: 'نخستین خواندن',
    notOpened: 'خوانده نشد',
    ended: 'پایان',
    open: 'برایشان باز است',
    none: 'چیزی دربارهٔ شما به کسی در بیرون گفته نشده است.',
    right: 'اگر چیزی در اینجا برایتان تازه است، به ما بگویید.',
  },
};

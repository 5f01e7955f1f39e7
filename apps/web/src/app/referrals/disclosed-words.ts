/** The languages in which the sheet speaks: those of the pages, and those that many of the people it is for read besides. */
export const SHEET_LANGUAGES = [
  { code: 'en', label: 'English', locale: 'en-GB', dir: 'ltr' },
  { code: 'fa', label: 'فارسی', locale: 'fa-IR-u-ca-persian', dir: 'rtl' },
  { code: 'sq', label: 'Shqip', locale: 'sq', dir: 'ltr' },
  { code: 'de', label: 'Deutsch', locale: 'de', dir: 'ltr' },
  { code: 'fr', label: 'Français', locale: 'fr', dir: 'ltr' },
  { code: 'ar', label: 'العربية', locale: 'ar-u-ca-gregory', dir: 'rtl' },
] as const;
export type SheetLanguage = (typeof SHEET_LANGUAGES)[number]['code'];

interface SheetWords {
  title: string;
  lead: string;
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
export const SHEET_WORDS: Readonly<Record<SheetLanguage, SheetWords>> = {
  en: {
    title: 'What we have told about you, and to whom',
    lead: 'Each line rests on your own yes. You can take it back at any time, without saying why; what rests on it stops at once.',
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
  de: {
    title: 'Was wir über Sie weitergegeben haben, und an wen',
    lead: 'Jede Zeile beruht auf Ihrer eigenen Zustimmung. Sie können sie jederzeit zurücknehmen, ohne einen Grund zu nennen; was darauf beruht, endet sofort.',
    what: 'Was',
    consent: 'Mit Ihrer Zustimmung vom',
    sent: 'Gesendet',
    opened: 'Zum ersten Mal gelesen',
    notOpened: 'nicht gelesen',
    ended: 'Beendet',
    open: 'für sie noch zugänglich',
    none: 'Über Sie wurde nichts nach außen weitergegeben.',
    right: 'Wenn Sie hier etwas überrascht, sagen Sie es uns.',
  },
  fr: {
    title: 'Ce que nous avons transmis à votre sujet, et à qui',
    lead: 'Chaque ligne repose sur votre propre accord. Vous pouvez le retirer à tout moment, sans dire pourquoi ; tout ce qui en dépend s’arrête aussitôt.',
    what: 'Quoi',
    consent: 'Avec votre accord du',
    sent: 'Envoyé',
    opened: 'Première lecture',
    notOpened: 'pas encore lu',
    ended: 'Fin',
    open: 'encore accessible pour eux',
    none: 'Rien à votre sujet n’a été transmis à l’extérieur.',
    right: 'Si quelque chose ici vous surprend, dites-le-nous.',
  },
  sq: {
    title: 'Çfarë kemi treguar për ju, dhe kujt',
    lead: 'Çdo rresht mbështetet në pëlqimin tuaj. Mund ta tërhiqni në çdo kohë, pa thënë pse; gjithçka që mbështetet në të ndalet menjëherë.',
    what: 'Çfarë',
    consent: 'Me pëlqimin tuaj të datës',
    sent: 'Dërguar',
    opened: 'Lexuar për herë të parë',
    notOpened: 'nuk është lexuar',
    ended: 'Përfunduar',
    open: 'ende e hapur për ta',
    none: 'Asgjë për ju nuk i është treguar askujt jashtë.',
    right: 'Nëse diçka këtu ju habit, na thoni.',
  },
  ar: {
    title: 'ما نقلناه عنكم، وإلى من',
    lead: 'كل سطر مبني على موافقتكم أنتم. يمكنكم سحبها في أي وقت دون ذكر السبب، وعندها يتوقف فورًا كل ما بُني عليها.',
    what: 'ماذا',
    consent: 'بموافقتكم بتاريخ',
    sent: 'أُرسل',
    opened: 'قُرئ أول مرة',
    notOpened: 'لم يُقرأ',
    ended: 'انتهى',
    open: 'ما زال متاحًا لهم',
    none: 'لم ننقل أي شيء عنكم إلى أي جهة أخرى.',
    right: 'إذا فاجأكم شيء هنا فأخبرونا.',
  },
};

import type { EnquiryState } from '../intake/enquiry.process';
import { type CodeOf, codeList } from './code-list';

export const enquiryState = codeList<EnquiryState>({
  ENQUIRY: { en: 'New enquiry', fa: 'تماس اولیهٔ تازه' },
  INTAKE: { en: 'Intake under way', fa: 'در حال پذیرش' },
  ADMITTED: { en: 'Admitted', fa: 'پذیرفته شد' },
  DECLINED: { en: 'Not opened', fa: 'پرونده باز نشد' },
});

export const caseSource = codeList({
  SELF: { en: 'Person contacted us', fa: 'خود شخص تماس گرفت' },
  FAMILY: { en: 'Relative abroad', fa: 'یکی از بستگان در خارج' },
  FORMER_MEMBER: { en: 'Another former member', fa: 'یک عضو پیشین دیگر' },
  PARTNER: { en: 'Partner organisation', fa: 'سازمان همکار' },
  UNHCR_IOM: { en: 'UN agency', fa: 'نهاد سازمان ملل' },
  AUTHORITY: { en: 'Authority', fa: 'مرجع رسمی' },
  LAWYER: { en: 'Lawyer', fa: 'وکیل' },
  HEALTH: { en: 'Health service', fa: 'خدمات درمانی' },
  MEDIA_PUBLIC: { en: 'Public information or website', fa: 'اطلاع‌رسانی عمومی یا وب‌سایت' },
  OUTREACH: { en: 'Outreach', fa: 'تماس از سوی ما' },
  OTHER: { en: 'Other', fa: 'سایر' },
});

export const caseDeclineReason = codeList({
  INFO_GIVEN: { en: 'Information given, nothing more wanted', fa: 'اطلاعات داده شد و چیز بیشتری نخواست' },
  OUT_OF_SCOPE: { en: 'Outside our mandate, pointed elsewhere', fa: 'بیرون از حوزهٔ کار ما، به جای دیگر راهنمایی شد' },
  NO_CONSENT: { en: 'No consent to open a case', fa: 'برای باز شدن پرونده رضایت نداد' },
  SAFETY_CONFLICT: { en: 'Conflict of interest, passed to another organisation', fa: 'تعارض منافع، به سازمان دیگر سپرده شد' },
  CANNOT_VERIFY: { en: 'Contact could not be verified as genuine', fa: 'اصالت تماس احراز نشد' },
  CAPACITY: { en: 'No capacity, waiting list elsewhere', fa: 'ظرفیت نداریم، فهرست انتظار در جای دیگر' },
  DUPLICATE: { en: 'Already known to us', fa: 'از پیش نزد ما ثبت است' },
});

export const yesNoUnknown = codeList({
  YES: { en: 'Yes', fa: 'بله' },
  NO: { en: 'No', fa: 'خیر' },
  UNKNOWN: { en: 'Unknown', fa: 'نامعلوم' },
});
export type YesNoUnknown = CodeOf<typeof yesNoUnknown>;

/** The immediate screen: eight questions about tonight and the next days. */
export const immediateScreen = codeList({
  SAFE_TONIGHT: { en: 'Is there a safe place for tonight?', fa: 'امشب جای امنی دارد؟' },
  FOOD: { en: 'Is there food?', fa: 'غذا دارد؟' },
  MEDICINE: { en: 'Is the medicine needed at hand?', fa: 'داروی لازم در دسترس است؟' },
  INJURY_ILLNESS: { en: 'Injured or ill?', fa: 'آسیب‌دیده یا بیمار است؟' },
  SELF_HARM: { en: 'Thoughts of self-harm?', fa: 'به آسیب زدن به خود فکر می‌کند؟' },
  THREAT_NOW: { en: 'A threat now?', fa: 'همین حالا تهدیدی هست؟' },
  CHILD_PRESENT: { en: 'Is a child there too?', fa: 'کودکی همراه اوست؟' },
  DEADLINE_7_DAYS: { en: 'A deadline or the police within 7 days?', fa: 'تا ۷ روز آینده مهلت قانونی یا کاری با پلیس دارد؟' },
});
export type ImmediateQuestion = CodeOf<typeof immediateScreen>;

/** What a person is told before anything is asked of them. */
export const informationGiven = codeList({
  WHO_WE_ARE: { en: 'Who we are', fa: 'ما که هستیم' },
  VOLUNTARY: { en: 'Everything is voluntary', fa: 'همه چیز داوطلبانه است' },
  CONFIDENTIALITY: { en: 'Confidentiality and its limits', fa: 'رازداری و حدود آن' },
  MANDATORY_REPORTING: { en: 'What we must report by law', fa: 'آنچه قانوناً باید گزارش کنیم' },
  DATA_RIGHTS: { en: 'Rights over one’s own data', fa: 'حقوق شخص بر داده‌های خود' },
  COMPLAINTS: { en: 'How to complain', fa: 'چگونه می‌توان شکایت کرد' },
});
export type InformationItem = CodeOf<typeof informationGiven>;

export const intakeMode = codeList({
  IN_PERSON: { en: 'In person', fa: 'حضوری' },
  PHONE: { en: 'Phone', fa: 'تلفنی' },
  VIDEO: { en: 'Video', fa: 'تصویری' },
  HOME_VISIT: { en: 'Home visit', fa: 'بازدید در خانه' },
});

export const intakeStep = codeList({
  SAFETY: { en: 'First contact and safety', fa: 'نخستین تماس و ایمنی' },
  INFORMATION: { en: 'Information given', fa: 'اطلاع‌رسانی' },
  IDENTITY: { en: 'Name, language, country', fa: 'نام، زبان، کشور' },
  SITUATION: { en: 'Situation and needs', fa: 'وضعیت و نیازها' },
  LEGAL_BASIS: { en: 'Legal basis', fa: 'مبنای قانونی' },
  PROPOSAL: { en: 'Proposal', fa: 'پیشنهاد' },
});
export type IntakeStep = CodeOf<typeof intakeStep>;

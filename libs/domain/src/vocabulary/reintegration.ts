import { type CodeOf, codeList } from './code-list';
import { type OutcomeDomain, outcomeLevel } from './plans';

/** When somebody looked at how a life goes (model 2.11). */
export const reviewPoint = codeList({
  BASELINE: { en: 'Baseline', fa: 'آغاز' },
  M3: { en: '3 months', fa: '۳ ماه' },
  M6: { en: '6 months', fa: '۶ ماه' },
  M12: { en: '12 months', fa: '۱۲ ماه' },
  M18: { en: '18 months', fa: '۱۸ ماه' },
  M24: { en: '24 months', fa: '۲۴ ماه' },
  CLOSURE: { en: 'Closure', fa: 'بستن پرونده' },
  POST6: { en: '6 months after closure', fa: '۶ ماه پس از بستن' },
  AD_HOC: { en: 'In between', fa: 'در میانه' },
});
export type ReviewPoint = CodeOf<typeof reviewPoint>;

/** A level, or why there is none. */
export const outcomeAnswer = codeList({
  '1': { en: `1 ${outcomeLevel.label('1', 'en')}`, fa: `۱ ${outcomeLevel.label('1', 'fa')}` },
  '2': { en: `2 ${outcomeLevel.label('2', 'en')}`, fa: `۲ ${outcomeLevel.label('2', 'fa')}` },
  '3': { en: `3 ${outcomeLevel.label('3', 'en')}`, fa: `۳ ${outcomeLevel.label('3', 'fa')}` },
  '4': { en: `4 ${outcomeLevel.label('4', 'en')}`, fa: `۴ ${outcomeLevel.label('4', 'fa')}` },
  '5': { en: `5 ${outcomeLevel.label('5', 'en')}`, fa: `۵ ${outcomeLevel.label('5', 'fa')}` },
  N: { en: 'Does not apply', fa: 'موضوعیت ندارد' },
  '?': { en: 'Not assessed', fa: 'سنجیده نشده' },
});
export type OutcomeAnswer = CodeOf<typeof outcomeAnswer>;

type Said = readonly [en: string, fa: string];
type Scale = readonly [Said, Said, Said, Said, Said];

/** What each level means in each domain (model 2.11, own wording), from 1 to 5. */
const SCALES: Record<OutcomeDomain, Scale> = {
  D01: [
    ['No papers, or removal or detention threat', 'بدون مدرک، یا در خطر اخراج یا بازداشت'],
    ['Papers lapsed, or claim without representative', 'مدارک باطل شده، یا پرونده بدون نماینده'],
    ['Claim pending with representative and valid paper', 'پرونده در جریان، با نماینده و مدرک معتبر'],
    ['Protection or permit granted, some papers missing', 'حمایت یا اجازه داده شده، برخی مدارک کم است'],
    ['Secure status, a year or more left, identity and travel papers held', 'وضعیت پایدار، یک سال یا بیشتر، با مدارک هویتی و سفر'],
  ],
  D02: [
    ['Nowhere, or unsafe tonight', 'جایی ندارد، یا امشب امن نیست'],
    ['Short stay, shelter, or dependent on others’ goodwill', 'اقامت کوتاه، سرپناه، یا وابسته به لطف دیگران'],
    ['Safe temporary place for three months or more', 'جای موقت امن برای سه ماه یا بیشتر'],
    ['Own tenancy with support', 'اجارهٔ مستقل با حمایت'],
    ['Own stable, affordable home', 'خانهٔ پایدار و در توان مالی'],
  ],
  D03: [
    ['Threat or assault now', 'تهدید یا حمله در این زمان'],
    ['Watched, pressed or afraid daily', 'زیر نظر، زیر فشار یا هر روز نگران'],
    ['Safety plan works, occasional contact', 'برنامهٔ ایمنی کار می‌کند، تماس گاه‌به‌گاه'],
    ['Feels mostly safe, knows what to do', 'بیشتر احساس امنیت دارد و می‌داند چه کند'],
    ['Feels safe, no special measures', 'احساس امنیت دارد، بی‌نیاز از اقدام ویژه'],
  ],
  D04: [
    ['No income, basic needs unmet', 'بدون درآمد، نیازهای اولیه برآورده نیست'],
    ['Irregular help only', 'تنها کمک‌های نامنظم'],
    ['Regular assistance covers basics', 'کمک منظم نیازهای اولیه را می‌پوشاند'],
    ['Income covers needs, budgets with help', 'درآمد کافی است، با کمک بودجه‌بندی می‌کند'],
    ['Own or pension income, bank account, manages alone', 'درآمد یا مستمری خود، حساب بانکی، مدیریت مستقل'],
  ],
  D05: [
    ['Cannot work or not allowed, no activity', 'نمی‌تواند یا اجازهٔ کار ندارد، بدون فعالیت'],
    ['Not yet ready, or informal or unsafe work', 'هنوز آماده نیست، یا کار غیررسمی یا ناامن'],
    ['In preparation, training or volunteering', 'در آمادگی، آموزش یا کار داوطلبانه'],
    ['Part-time or trial work, or regular activity', 'کار پاره‌وقت یا آزمایشی، یا فعالیت منظم'],
    ['Stable work, or chosen retirement activity', 'کار پایدار، یا فعالیت دلخواه بازنشستگی'],
  ],
  D06: [
    ['No access, cannot read host script', 'بدون دسترسی، خط کشور میزبان را نمی‌خواند'],
    ['Wants to learn, not enrolled', 'می‌خواهد بیاموزد، ثبت‌نام نشده'],
    ['Enrolled in a course', 'در دوره‌ای ثبت‌نام شده'],
    ['Course level reached, or recognition under way', 'سطح دوره به دست آمده، یا ارزش‌یابی مدرک در جریان است'],
    ['Qualification recognised, or learning goal met', 'مدرک پذیرفته شده، یا هدف آموزشی به دست آمده'],
  ],
  D07: [
    ['Needs interpreter for everything', 'برای همه چیز مترجم می‌خواهد'],
    ['A1, simple needs', 'A1، نیازهای ساده'],
    ['A2, appointments with help', 'A2، قرارها با کمک'],
    ['B1, manages most situations', 'B1، از عهدهٔ بیشتر موقعیت‌ها برمی‌آید'],
    ['B2 or higher, or enough for own life', 'B2 یا بالاتر، یا به اندازهٔ زندگی خود'],
  ],
  D08: [
    ['Urgent untreated problem', 'مشکل فوری درمان‌نشده'],
    ['Not registered, or medicine interrupted', 'ثبت‌نام نشده، یا داروی قطع‌شده'],
    ['Registered, treatment started', 'ثبت‌نام شده، درمان آغاز شده'],
    ['Managed, understands treatment', 'تحت کنترل، درمان را می‌شناسد'],
    ['Well managed, books own care', 'خوب کنترل شده، خود نوبت می‌گیرد'],
  ],
  D09: [
    ['Acute crisis or self-harm risk', 'بحران شدید یا خطر آسیب به خود'],
    ['Severe distress, hardly functions', 'رنج شدید، به‌سختی کارهای روزانه را انجام می‌دهد'],
    ['Distress, receives support', 'رنج، همراه با حمایت'],
    ['Copes most days', 'بیشتر روزها از عهده برمی‌آید'],
    ['Well, knows own signs and support', 'خوب است، نشانه‌ها و پشتیبانان خود را می‌شناسد'],
  ],
  D10: [
    ['Cut off from everyone close', 'بریدگی از همهٔ نزدیکان'],
    ['Wants contact, none possible yet', 'تماس می‌خواهد، هنوز ممکن نیست'],
    ['Search or first contact under way', 'جست‌وجو یا نخستین تماس در جریان است'],
    ['Regular contact with someone close', 'تماس منظم با یکی از نزدیکان'],
    ['Chosen, reliable close relationships', 'روابط نزدیک دلخواه و قابل‌اعتماد'],
  ],
  D11: [
    ['Knows no one outside the group', 'بیرون از گروه کسی را نمی‌شناسد'],
    ['Contact only with professionals', 'تماس تنها با متخصصان'],
    ['Some contacts through us', 'چند آشنایی از راه ما'],
    ['Own contacts, takes part sometimes', 'آشنایان خود، گاه مشارکت می‌کند'],
    ['Part of a community of own choice', 'عضوی از جمعی که خود برگزیده'],
  ],
  D12: [
    ['Unable to decide or manage alone', 'تنها نمی‌تواند تصمیم بگیرد یا اداره کند'],
    ['Needs daily guidance', 'هر روز راهنمایی می‌خواهد'],
    ['Handles routine with prompts', 'کارهای روزمره را با یادآوری انجام می‌دهد'],
    ['Decides and manages, asks when needed', 'تصمیم می‌گیرد و اداره می‌کند، اگر لازم باشد می‌پرسد'],
    ['Fully self-directed: money, travel, digital, rights', 'کاملاً مستقل: پول، سفر، دیجیتال، حقوق'],
  ],
};

/** What a level means in a domain; nothing for N and ?. */
export function meaningOf(domain: OutcomeDomain, answer: string, language: 'en' | 'fa'): string | null {
  if (!outcomeLevel.has(answer)) return null;
  return SCALES[domain][Number(answer) - 1]?.[language === 'en' ? 0 : 1] ?? null;
}

/** How somebody's life changed in a domain since the baseline. */
export const outcomeChange = codeList({
  IMPROVED: { en: 'Improved', fa: 'بهتر' },
  SAME: { en: 'The same', fa: 'یکسان' },
  WORSE: { en: 'Worse', fa: 'بدتر' },
});
export type OutcomeChange = CodeOf<typeof outcomeChange>;

import { wordList } from './word-list';

/** Days of the week in the six languages, with the forms in which they stand in a sentence. */
export const WEEKDAYS = wordList(`
  monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
  montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags dienstags mittwochs donnerstags freitags samstags sonnabends sonntags
  montage dienstage mittwoche donnerstage freitage samstage sonntage montagen sonntagen samstagen freitagen
  lundi mardi mercredi jeudi vendredi samedi dimanche lundis mardis mercredis jeudis vendredis samedis dimanches
  mërkurë mërkurën mërkure enjte enjten premte premten shtunë shtunën shtune diel dielën dielen diela
  شنبه یکشنبه دوشنبه سه‌شنبه سهشنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه شنبه‌ها جمعه‌ها آدینه
  خميس سبت أربعاء ثلاثاء السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة والسبت والأحد والخميس والجمعة الاحد الاربعاء
`);
/** Words that are days only behind «e», «të» or «së»: hëna is the moon, too. */
export const ALBANIAN_DAYS = wordList('hënë hënën hene henen martë martën marte marten');
export const ALBANIAN_LEADS = wordList('e të së te se');
/** What a German day is glued to: Sonntagmorgen. */
export const GERMAN_DAY =
  /^(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)(s|e|en|morgen|vormittag|mittag|nachmittag|abend|nacht|fruh)?$/;

/** Months that are nothing else. */
export const MONTHS = wordList(`
  january february april june july august september october november december
  januar märz maerz jänner jaenner februar feber april mai juni juli august september oktober november dezember
  janvier février fevrier avril mai juin juillet août aout septembre octobre novembre décembre decembre
  janar shkurt prill qershor korrik gusht shtator tetor nëntor dhjetor janari shkurti prilli maji qershori korriku gushti shtatori tetori nëntori dhjetori
  janarit shkurtit prillit majit qershorit korrikut gushtit shtatorit tetorit nëntorit dhjetorit
  ژانویه فوریه آوریل ژوئن ژوئیه ژوییه سپتامبر اکتبر نوامبر دسامبر جولای فبروری اپریل سپتمبر اکتوبر نومبر دسمبر
  فروردین اردیبهشت خرداد مرداد امرداد شهریور اسفند farvardin ordibehesht khordad mordad shahrivar esfand
  يناير فبراير أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر شباط نيسان أيار حزيران تموز أيلول رمضان شعبان محرم
`);
/** Months that are words or names as well: they count beside a number. */
export const ALSO_MONTHS = wordList(`
  may march jan feb mar apr jun jul aug sep oct nov dec okt dez mars maj maji juin avr
  مه می مارس اوت مارچ جون تیر مهر آبان آذر دی بهمن tir mehr aban azar dey bahman حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت
  مارس آذار آب كانون تشرين رجب شوال
`);
export const MONTH_SAID = wordList('ماه month monat mois muaj muajin شهر of برج');

/** What stands before a month that is a word, too: in March. */
export const MONTH_LEADS = wordList('in im since seit until bis of last next early late mid en depuis au në nga ماه برج');
export const ARABIC_TIMES = wordList('مساء صباحا ظهرا ليلا عصرا فجرا');

/** What stands before an hour. */
export const CLOCK_BEFORE = wordList('ساعت الساعة الساعه ora orën orë‌n ore‌n orën heure');
/** What stands behind one. */
export const CLOCK_BEHIND = wordList('uhr oclock');
/** Hours that have a word of their own. */
export const NOONS = wordList(
  'noon midday midnight mittag mittags mitternacht mitternachts midi minuit mesditë mesditën mesdite mesditen mesnatë mesnatën mesnate ظهر الظهر ظهرا نیمروز نیمه‌شب نصفه‌شب',
);
export const HALVES = wordList('half quarter halb viertel dreiviertel');
export const PAST = wordList('past to vor nach after before');
export const ARABIC_HOURS = wordList('الواحدة الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة الحادية');
export const ABOUT_FRENCH = wordList('à a vers dès des jusquà avant après');
/** What is counted, and not read off a clock. */
export const COUNTED = wordList(
  'years year months weeks days day times of and people children kids hours minutes percent least most all once jahre jahren kinder mal least kg km meters uhr',
);

import { type CodeOf, codeList } from './code-list';

/** Who lets us have places (model 2.9). */
export const providerType = codeList({
  STATE_RECEPTION: { en: 'State reception centre', fa: 'مرکز پذیرش دولتی' },
  MUNICIPAL: { en: 'Municipal housing', fa: 'مسکن شهرداری' },
  NGO_SHELTER: { en: 'NGO shelter', fa: 'سرپناه سازمان غیردولتی' },
  SAFE_HOUSE: { en: 'Safe house', fa: 'خانهٔ امن' },
  HOST_FAMILY: { en: 'Host family', fa: 'خانوادهٔ میزبان' },
  PRIVATE_RENTAL: { en: 'Private rental', fa: 'اجارهٔ خصوصی' },
  SOCIAL_HOUSING: { en: 'Social housing', fa: 'مسکن اجتماعی' },
  HOTEL: { en: 'Hotel or emergency lodging', fa: 'هتل یا اقامت اضطراری' },
  CARE_HOME: { en: 'Care home or assisted living', fa: 'خانهٔ مراقبت' },
  PARTNER: { en: 'Partner organisation', fa: 'سازمان همکار' },
});
export type ProviderType = CodeOf<typeof providerType>;

/** What stands in the row: RESERVED and OCCUPIED are read from the stays of the day. */
export const unitStatus = codeList({
  AVAILABLE: { en: 'Available', fa: 'آزاد' },
  RESERVED: { en: 'Reserved', fa: 'رزروشده' },
  OCCUPIED: { en: 'Occupied', fa: 'پُر' },
  MAINTENANCE: { en: 'Not usable', fa: 'قابل استفاده نیست' },
  COMPROMISED: { en: 'Known to others: not to be used', fa: 'دیگران می‌دانند: استفاده نشود' },
  RETIRED: { en: 'Retired', fa: 'کنار گذاشته شده' },
});
export type UnitStatus = CodeOf<typeof unitStatus>;

export const unitKind = codeList({
  BED: { en: 'Bed', fa: 'تخت' },
  ROOM: { en: 'Room', fa: 'اتاق' },
  FLAT: { en: 'Flat', fa: 'آپارتمان' },
  HOUSE: { en: 'House', fa: 'خانه' },
});
export type UnitKind = CodeOf<typeof unitKind>;

export const unitRule = codeList({
  MIXED: { en: 'Mixed', fa: 'مختلط' },
  WOMEN_ONLY: { en: 'Women only', fa: 'فقط زنان' },
  MEN_ONLY: { en: 'Men only', fa: 'فقط مردان' },
  FAMILIES: { en: 'Families', fa: 'خانواده‌ها' },
});
export type UnitRule = CodeOf<typeof unitRule>;

export const accessibilityFeature = codeList({
  STEP_FREE: { en: 'Step-free', fa: 'بدون پله' },
  LIFT: { en: 'Lift', fa: 'آسانسور' },
  BATH_ADAPTED: { en: 'Adapted bathroom', fa: 'حمام مناسب‌سازی‌شده' },
  GROUND_FLOOR: { en: 'Ground floor', fa: 'طبقهٔ همکف' },
  CARE_ON_SITE: { en: 'Care on site', fa: 'مراقبت در محل' },
});
export type AccessibilityFeature = CodeOf<typeof accessibilityFeature>;

export const placementKind = codeList({
  EMERGENCY: { en: 'Emergency (nights)', fa: 'اضطراری (شبانه)' },
  SAFE_HOUSE: { en: 'Safe house', fa: 'خانهٔ امن' },
  TRANSITIONAL: { en: 'Transitional', fa: 'گذار' },
  SUPPORTED: { en: 'Supported tenancy', fa: 'اجاره با پشتیبانی' },
  INDEPENDENT: { en: 'Independent tenancy', fa: 'اجارهٔ مستقل' },
  FAMILY: { en: 'With family', fa: 'با خانواده' },
  CARE: { en: 'Care', fa: 'مراقبت' },
});
export type PlacementKind = CodeOf<typeof placementKind>;

export const placementState = codeList({
  REQUESTED: { en: 'Asked for, on the waiting list', fa: 'درخواست‌شده، در فهرست انتظار' },
  MATCHED: { en: 'A place is found', fa: 'جایی پیدا شده' },
  OFFERED: { en: 'Offered', fa: 'پیشنهاد شده' },
  RESERVED: { en: 'Accepted and reserved', fa: 'پذیرفته و رزرو شده' },
  IN_RESIDENCE: { en: 'Lives there', fa: 'آنجا زندگی می‌کند' },
  NOTICE: { en: 'End date set', fa: 'تاریخ پایان تعیین شده' },
  MOVED_OUT: { en: 'Moved out', fa: 'از خانه رفته' },
  CANCELLED: { en: 'Cancelled', fa: 'لغو شده' },
});
export type PlacementState = CodeOf<typeof placementState>;

/** What a place must have, or must not, for somebody (model 2.9). Which cities are avoided is sealed. */
export const placementConstraint = codeList({
  ACCESSIBLE: { en: 'Accessible', fa: 'دسترس‌پذیر' },
  WOMEN_ONLY: { en: 'Women only', fa: 'فقط زنان' },
  NO_FORMER_MEMBERS: { en: 'No other former members', fa: 'بدون دیگر اعضای پیشین' },
  NEAR_TREATMENT: { en: 'Near treatment', fa: 'نزدیک محل درمان' },
  NOT_IN_CITY: { en: 'Not in certain cities', fa: 'نه در شهرهای معین' },
  PETS: { en: 'With pets', fa: 'با حیوان خانگی' },
});
export type PlacementConstraint = CodeOf<typeof placementConstraint>;

/** P-12: what matters to those who wait. */
export const waitingConstraint = codeList({
  ACCESSIBLE: { en: 'Accessible', fa: 'دسترس‌پذیر' },
  WOMEN_ONLY: { en: 'Women only', fa: 'فقط زنان' },
  NO_FORMER_MEMBERS: { en: 'No other former members', fa: 'بدون دیگر اعضای پیشین' },
  NEAR_TREATMENT: { en: 'Near treatment', fa: 'نزدیک محل درمان' },
  NOT_IN_CITY: { en: 'Not in certain cities', fa: 'نه در شهرهای معین' },
  PETS: { en: 'With pets', fa: 'با حیوان خانگی' },
  NO_CONSTRAINT: { en: 'Nothing in particular', fa: 'بدون شرط' },
});

export const offerDeclineReason = codeList({
  LOCATION_UNSAFE: { en: 'Location not safe', fa: 'محل امن نیست' },
  TOO_FAR: { en: 'Too far from work, court or treatment', fa: 'دور از کار، دادگاه یا درمان' },
  NOT_ACCESSIBLE: { en: 'Not accessible', fa: 'دسترس‌پذیر نیست' },
  COST: { en: 'Cost', fa: 'هزینه' },
  SHARING: { en: 'Sharing not acceptable', fa: 'هم‌خانه بودن پذیرفتنی نیست' },
  FAMILY_SPLIT: { en: 'Would separate the family', fa: 'خانواده را جدا می‌کند' },
  CLIENT_CHANGED_PLAN: { en: 'Client changed the plan', fa: 'مراجع برنامه را عوض کرد' },
  PROVIDER_REFUSED: { en: 'Provider refused', fa: 'ارائه‌دهنده نپذیرفت' },
  OTHER: { en: 'Other', fa: 'سایر' },
});
export type OfferDeclineReason = CodeOf<typeof offerDeclineReason>;

export const offerState = codeList({
  OFFERED: { en: 'Open', fa: 'باز' },
  ACCEPTED: { en: 'Accepted', fa: 'پذیرفته' },
  DECLINED: { en: 'Declined', fa: 'نپذیرفته' },
  EXPIRED: { en: 'Run out', fa: 'مهلت گذشته' },
  STOPPED: { en: 'Stopped with the consent', fa: 'با پایان رضایت متوقف شد' },
});
export type OfferState = CodeOf<typeof offerState>;

export const moveOutReason = codeList({
  PLANNED_MOVE: { en: 'Planned move on', fa: 'نقل مکان برنامه‌ریزی‌شده' },
  OWN_TENANCY: { en: 'Moved to own tenancy', fa: 'به خانهٔ اجاره‌ای خود رفت' },
  FAMILY_REUNITED: { en: 'Moved to join family', fa: 'به خانواده پیوست' },
  SAFETY: { en: 'Safety: location compromised', fa: 'ایمنی: محل لو رفته' },
  END_OF_TERM: { en: 'Maximum stay reached', fa: 'پایان مدت اقامت' },
  CONFLICT: { en: 'Conflict in the home', fa: 'اختلاف در خانه' },
  RULE_BREACH: { en: 'House rules', fa: 'مقررات خانه' },
  COST: { en: 'Could not pay', fa: 'توان پرداخت نداشت' },
  HEALTH_CARE: { en: 'Needs a care setting', fa: 'نیاز به محل مراقبت' },
  ABANDONED: { en: 'Left without notice', fa: 'بی‌خبر رفت' },
  DETAINED: { en: 'Detained', fa: 'بازداشت' },
  RETURNED_GROUP: { en: 'Returned to {group}', fa: 'به {group} بازگشت' },
  LEFT_COUNTRY: { en: 'Left the country', fa: 'از کشور رفت' },
  DEATH: { en: 'Death', fa: 'درگذشت' },
  PROVIDER_ENDED: { en: 'Provider ended it', fa: 'ارائه‌دهنده پایان داد' },
  OTHER: { en: 'Other', fa: 'سایر' },
});
export type MoveOutReason = CodeOf<typeof moveOutReason>;

export const destination = codeList({
  INDEPENDENT_RENT: { en: 'Own rental, no support', fa: 'اجارهٔ خود، بی‌پشتیبانی' },
  INDEPENDENT_SUPPORTED: { en: 'Own rental with support', fa: 'اجارهٔ خود با پشتیبانی' },
  SOCIAL_HOUSING: { en: 'Social housing', fa: 'مسکن اجتماعی' },
  FAMILY_PERMANENT: { en: 'Family, permanent', fa: 'خانواده، همیشگی' },
  FAMILY_TEMPORARY: { en: 'Family or friends, temporary', fa: 'خانواده یا دوستان، موقت' },
  TRANSITIONAL: { en: 'Transitional housing', fa: 'مسکن گذار' },
  SHELTER: { en: 'Shelter or reception', fa: 'سرپناه یا مرکز پذیرش' },
  INSTITUTION: { en: 'Hospital, care or detention', fa: 'بیمارستان، مراقبت یا بازداشت' },
  STREET: { en: 'Nowhere', fa: 'بی‌جا' },
  GROUP_SITE: { en: 'A site of {group}', fa: 'محل {group}' },
  UNKNOWN: { en: 'Unknown', fa: 'نامعلوم' },
  OTHER: { en: 'Other', fa: 'سایر' },
});
export type Destination = CodeOf<typeof destination>;

/** Why a request ends before anybody moved in, or a found place is given back. */
export const placementEndReason = codeList({
  NOT_NEEDED: { en: 'No longer needed', fa: 'دیگر لازم نیست' },
  OWN_SOLUTION: { en: 'Found something by themself', fa: 'خودش جایی یافت' },
  UNSUITABLE: { en: 'The place does not suit', fa: 'جا مناسب نیست' },
  PROVIDER_REFUSED: { en: 'Provider refused', fa: 'ارائه‌دهنده نپذیرفت' },
  CLIENT_CHANGED_PLAN: { en: 'Client changed the plan', fa: 'مراجع برنامه را عوض کرد' },
  HOLD_EXPIRED: { en: 'Held for 48 hours, and nothing came of it', fa: '۴۸ ساعت نگه داشته شد و به جایی نرسید' },
  OTHER: { en: 'Other', fa: 'سایر' },
});
export type PlacementEndReason = CodeOf<typeof placementEndReason>;

/** Why a unit does not fit somebody: one code for each reason, in the order in which they are said. */
export const misfit = codeList({
  COMPROMISED: { en: 'Its location is known to others', fa: 'محل آن لو رفته' },
  NOT_IN_USE: { en: 'Not in use', fa: 'در حال استفاده نیست' },
  NOT_YET_OPEN: { en: 'Not open yet on that day', fa: 'در آن روز هنوز باز نشده' },
  KNOWN_TO_GROUP: { en: 'The address is known to {group}', fa: '{group} نشانی را می‌داند' },
  FULL: { en: 'Not enough places free on these days', fa: 'در این روزها جای کافی ندارد' },
  OTHER_COUNTRY: { en: 'In another country', fa: 'در کشوری دیگر' },
  WOMEN_ONLY: { en: 'For women only', fa: 'فقط برای زنان' },
  MEN_ONLY: { en: 'For men only', fa: 'فقط برای مردان' },
  FAMILIES_ONLY: { en: 'For families only', fa: 'فقط برای خانواده‌ها' },
  SEX_NOT_RECORDED: { en: 'For one sex, and none is recorded on the file', fa: 'برای یک جنس، و در پرونده ثبت نشده' },
  NOT_WOMEN_ONLY: { en: 'Not for women only, as was asked', fa: 'چنان‌که خواسته شده فقط برای زنان نیست' },
  NOT_ACCESSIBLE: { en: 'Not accessible as needed', fa: 'دسترس‌پذیری لازم را ندارد' },
  OTHERS_LIVE_THERE: { en: 'Others whom we support live there', fa: 'کسان دیگری که همراهی می‌کنیم آنجا هستند' },
  KEPT_APART: { en: 'Somebody to be kept apart lives in this building', fa: 'کسی که باید از او دور بماند در این ساختمان است' },
  CITY_AVOIDED: { en: 'In a city to be avoided', fa: 'در شهری که باید از آن دوری کرد' },
  STAY_TOO_LONG: { en: 'Longer than one may stay there', fa: 'بیش از مدت مجاز اقامت' },
  NOT_A_SAFE_HOUSE: { en: 'Not a safe house', fa: 'خانهٔ امن نیست' },
});
export type Misfit = CodeOf<typeof misfit>;

/** What no column says, and somebody asks before a place is offered. */
export const toBeAsked = codeList({
  NEAR_TREATMENT: { en: 'Ask whether treatment is near', fa: 'بپرسید درمان نزدیک است یا نه' },
  PETS: { en: 'Ask whether pets may live there', fa: 'بپرسید حیوان خانگی مجاز است یا نه' },
  CONSENT: { en: 'Consent to tell this provider is missing', fa: 'رضایت برای گفتن به این ارائه‌دهنده نیست' },
});
export type ToBeAsked = CodeOf<typeof toBeAsked>;

/** R-HO-05: bands of the waiting list, the most urgent first. */
export const urgencyBand = codeList({
  NOW: { en: 'Now: imminent risk, or nowhere to sleep tonight', fa: 'اکنون: خطر فوری، یا امشب جایی برای خواب نیست' },
  HIGH: { en: 'High risk', fa: 'خطر زیاد' },
  OTHERS: { en: 'Others', fa: 'دیگران' },
});
export type UrgencyBand = CodeOf<typeof urgencyBand>;

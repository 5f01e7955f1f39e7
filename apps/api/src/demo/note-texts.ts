/** What demonstration notes say: neutral work, no past, no real place. English and Persian, as a mixed office writes. */
export const NOTE_TEXTS: Record<string, readonly string[]> = {
  CONTACT: [
    'Called at the agreed hour. Everything is calm; the course starts on Monday and the books are bought.',
    'She has the letter and understands the date. Will bring both copies on Tuesday. Prefers the earlier bus.',
    'Spoke about the flat. The heating works again. Next call on Thursday, same hour.',
    'He asked how long the waiting list is. Explained the order and that declining an offer costs nothing.',
    'Short call. Slept badly this week; would like to talk with the counsellor. Asked which day suits.',
    'Went through the list of papers together. Two are missing; we write to the registry for her.',
    'Talked about the language course: two evenings a week. Wants to try it for a month.',
    'Good news about the work trial: three mornings a week from next month. Needs a bus ticket.',
    'سر ساعت توافق‌شده تماس گرفتم. حالش خوب است و کلاس زبان را ادامه می‌دهد.',
    'دربارهٔ نامهٔ اداره صحبت کردیم. تاریخ را می‌داند و مدارک آماده است.',
    'گفت که شب‌ها بهتر می‌خوابد. قرار بعدی پنج‌شنبه همین ساعت.',
    'از روند کار راضی است. پرسید کارت تازه کی می‌رسد؛ قول دادم پیگیری کنم.',
  ],
  ATTEMPT: [
    'No answer at the agreed hour. Will try again on the next agreed day.',
    'Telephone switched off. No message left, as agreed.',
    'پاسخ نداد. پیامی نگذاشتم؛ طبق قرار دوباره تماس می‌گیرم.',
  ],
  THIRD_PARTY: [
    'The course office confirms a place from the first of the month. No personal details were exchanged.',
    'The health centre has an appointment free on Wednesday morning; kept for us until noon.',
    'The housing provider asks for the length of stay. Answered with the dates only.',
  ],
  HOME_VISIT: [
    'Visit at the agreed time. The room is warm and dry. A shelf and a lamp are needed.',
    'Looked at the notice board together and chose the walking group on Saturdays.',
  ],
  ACCOMPANIMENT: [
    'Accompanied to the office. Waited forty minutes; the clerk was kind. Receipt is in the file.',
    'Accompanied to the registration. The interpreter came on time. Next appointment in six weeks.',
    'با هم به اداره رفتیم. کار با آرامش انجام شد و رسید گرفتیم.',
  ],
  CASE_CONFERENCE: ['Met with everyone on the team. Agreed: papers first, then the course; review in four weeks.'],
  ASSESSMENT: [
    'First assessment: safe where he stays; papers and income come first; health is looked after. Wishes: a room of his own and news of his sister.',
    'Assessment talk over two meetings. Most pressing: papers. Strengths: two languages, patience, a friend nearby.',
    'ارزیابی نخست در دو جلسه انجام شد. مهم‌ترین نیاز: مدارک و یادگیری زبان. نقطهٔ قوت: پشتکار و یک دوست نزدیک.',
  ],
  DECISION: [
    'Agreed with the coordinator: the course is paid for three months. Reason: without it the work trial cannot begin.',
    'Decided together with her to wait with the move until spring. Reason: the school year.',
  ],
  SAFETY: ['Agreed a second way of contact in case the first is not safe. The rule for calls is unchanged.'],
  ADMIN: ['Copied the residence letter to the file; the original stays with the client.', 'Travel costs for two appointments paid out.'],
  CLIENT_VIEW: [
    '“I want to learn the language well enough to speak with the doctor alone.”',
    '«می‌خواهم دوباره کار کنم و خانهٔ خودم را داشته باشم.»',
  ],
};

export const ASKED: readonly string[] = [
  'Asks for advice about papers and a place to stay.',
  'Would like to know what help there is, and whether it costs anything.',
  'Looks for a language course and somebody to talk with.',
  'Needs help with a letter from an office, and a doctor.',
  'دربارهٔ مدارک و اقامت راهنمایی می‌خواهد.',
  'می‌پرسد چه کمکی ممکن است و از کجا باید شروع کند.',
];

export const COVER_WORDS: readonly string[] = ['about the course', 'about the library book', 'about the sewing class', 'about the garden'];

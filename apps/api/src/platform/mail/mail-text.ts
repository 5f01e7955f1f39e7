/** What a mail says: that there is something, and nothing about what or whom. It may lie open on a desk for years. */
const TEXTS = {
  en: { subject: 'Something waits for you', body: 'Something waits for you. Please sign in to see it.' },
  fa: { subject: 'چیزی در انتظار شماست', body: 'چیزی در انتظار شماست. لطفاً برای دیدن آن وارد شوید.' },
} as const;

/** Subject and body in the reader's language (English unless it is `fa`), under the neutral name of the office. */
export function mailText(officeName: string, language: string): { subject: string; text: string } {
  const { subject, body } = TEXTS[language === 'fa' ? 'fa' : 'en'];
  return { subject: `${officeName}: ${subject}`, text: `${body}\n\n${officeName}\n` };
}

/** What everybody is told who asks for somebody, by the language in which they asked (walls.md 3.5). There is no other answer. */
const SENTENCES: Readonly<Record<string, string>> = {
  en: 'We take messages. We can never say whether we know someone. If we ever can pass yours on, we will.',
  fa: 'ما پیام می‌گیریم. هرگز نمی‌توانیم بگوییم کسی را می‌شناسیم یا نه. اگر روزی بتوانیم پیام شما را برسانیم، می‌رسانیم.',
  sq: 'Ne marrim mesazhe. Nuk mund të themi kurrë nëse e njohim dikë. Nëse ndonjëherë mund ta përcjellim mesazhin tuaj, do ta përcjellim.',
  de: 'Wir nehmen Nachrichten entgegen. Ob wir jemanden kennen, können wir niemals sagen. Wenn wir Ihre einmal weitergeben können, tun wir es.',
  fr: 'Nous prenons des messages. Nous ne pouvons jamais dire si nous connaissons quelqu’un. Si un jour nous pouvons transmettre le vôtre, nous le ferons.',
  ar: 'نحن نستقبل الرسائل. لا يمكننا أبداً أن نقول هل نعرف شخصاً ما أم لا. وإن استطعنا يوماً أن نوصل رسالتكم فسنفعل.',
};
/** Written as Persian is read by whoever speaks it. */
const READ_AS: Readonly<Record<string, string>> = { prs: 'fa' };

export interface EnquiryAnswer {
  sentence: string;
  /** BCP 47; the one it is written in. */
  language: string;
}

/**
 * The one neutral sentence. It rests on the language alone: known, refused and unknown are answered alike (walls goal 7).
 * @param asked BCP 47; where we have no sentence in it, English is given to be interpreted
 */
export function enquiryAnswer(asked: string): EnquiryAnswer {
  const wanted = READ_AS[asked] ?? asked;
  const language = wanted in SENTENCES ? wanted : 'en';
  return { sentence: SENTENCES[language] ?? '', language };
}

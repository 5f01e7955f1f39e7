/** The languages in which we have the words ourselves; in every other an interpreter says them. */
export type SpokenIn = 'en' | 'fa' | 'ar' | 'sq' | 'de' | 'fr';

/** The one answer that everybody gets who is not in contact: the same words whatever may be behind it (R-FL-12). */
export const ONE_SENTENCE: Readonly<Record<SpokenIn, string>> = {
  en: 'So far we could not take this further.',
  fa: 'تا کنون نتوانستیم این را پیش ببریم.',
  ar: 'حتى الآن لم نتمكن من المضي أبعد في هذا الأمر.',
  sq: 'Deri tani nuk kemi mundur ta çojmë më tej.',
  de: 'Bisher konnten wir damit nicht weiterkommen.',
  fr: 'Jusqu’ici, nous n’avons pas pu aller plus loin.',
};

/** What is read out before anybody is looked for: that to hear nothing can mean many things, and that we shall never say which. */
export const WARNING: Readonly<Record<SpokenIn, string>> = {
  en: `We will look, and we will tell you everything that we are allowed to tell. It may be that you hear nothing but this: “${ONE_SENTENCE.en}” It can mean that we did not find them, that they do not wish it, that they have not answered, or that it would not be safe. We shall never say which of these it is. It is the same for everybody who asks.`,
  fa: `ما می‌گردیم و هر چه اجازه داشته باشیم به شما می‌گوییم. شاید چیزی جز این نشنوید: «${ONE_SENTENCE.fa}» این می‌تواند به این معنا باشد که او را نیافتیم، که او نمی‌خواهد، که هنوز پاسخی نداده، یا که امن نیست. هرگز نمی‌گوییم کدام است. برای هر کس که می‌پرسد همین است.`,
  ar: `سنبحث، وسنخبركم بكل ما يُسمح لنا أن نقوله. وقد لا تسمعون إلا هذا: «${ONE_SENTENCE.ar}» قد يعني ذلك أننا لم نجد الشخص، أو أنه لا يرغب، أو أنه لم يجب بعد، أو أن الأمر غير آمن. ولن نقول أبدًا أيًّا منها هو. وهذا سواء لكل من يسأل.`,
  sq: `Ne do të kërkojmë dhe do t’ju tregojmë gjithçka që na lejohet të themi. Mund të ndodhë që të dëgjoni vetëm këtë: «${ONE_SENTENCE.sq}» Kjo mund të thotë se nuk e gjetëm, se ai person nuk dëshiron, se nuk është përgjigjur, ose se nuk do të ishte e sigurt. Nuk do të themi kurrë cila prej tyre është. Kështu është për këdo që pyet.`,
  de: `Wir suchen, und wir sagen Ihnen alles, was wir sagen dürfen. Es kann sein, dass Sie nur dies hören: „${ONE_SENTENCE.de}“ Es kann bedeuten, dass wir den Menschen nicht gefunden haben, dass er es nicht möchte, dass er noch nicht geantwortet hat oder dass es nicht sicher wäre. Wir werden nie sagen, was davon es ist. Das ist für alle gleich, die fragen.`,
  fr: `Nous cherchons, et nous vous dirons tout ce que nous avons le droit de dire. Il se peut que vous n’entendiez que ceci : « ${ONE_SENTENCE.fr} » Cela peut vouloir dire que nous n’avons pas trouvé la personne, qu’elle ne le souhaite pas, qu’elle n’a pas encore répondu, ou que ce ne serait pas sûr. Nous ne dirons jamais de quoi il s’agit. Il en va de même pour tous ceux qui demandent.`,
};

export const isSpoken = (language: string): language is SpokenIn => Object.hasOwn(ONE_SENTENCE, language);

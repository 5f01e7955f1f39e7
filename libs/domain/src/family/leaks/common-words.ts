import { wordList } from './word-list';

/** The commonest words that sound like a name in another spelling: they count as one only when they are written just so. */
export const COMMON = wordList(`
  عالی من ما مان مال دار دارم داره دارد نان سر سرا درا مرا برا برای بودن خانه همه آمد آمده دریا مادر پدر برادر خواهر
  سلام جان عزیزم دلم حال خوب خوبم هست نیست امروز دیروز فردا سال بار کار یار
  the and are was were our not but all out one two you your his her she that this with have has had will can may more many mine money mother father brother sister
  home dear love miss sorry were where when here hear read ready near year years some same sure share sara
  der die das den dem und ist war mir mich dir dich sie wir ihr alle aber oder noch nur mehr sehr hier heute mutter vater bruder mein meine dein deine seine lieber liebe
  les des une est pas mais mon ton son mes tes ses mère père frère soeur avec pour dans tous tout cher chère merci amour amie ami
  dhe është jam kam nuk mirë nënë babai vëlla motër shumë por për një tani ime jote dua mall ditë natë zemër
  أنا أنت هو هي نحن في من على إلى كل كان كانت أمي أبي أخي أختي حبيبي قلبي يوم ليل
`);

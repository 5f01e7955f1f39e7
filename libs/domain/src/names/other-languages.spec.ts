import { askFor, keptWords } from '../clients/search-terms';
import { NameBooks } from './name-books';
import { PERSIAN_NAMES } from './persian-names';

/** As Albanian, Kurdish, Azeri, Turkish, Arabic, French and German papers spell them. The coarse keys were tried out on these. */
const SPELLINGS: [written: string, latin: string[]][] = [
  ['محمد', ['Muhamed', 'Mahomed', 'Məhəmməd', 'Mihemed', 'Mohammadi']],
  ['جمال', ['Cemal', 'Xhemal', 'Gamal', 'Djamel', 'Cəmal', 'Dschamal']],
  ['خالد', ['Xalid', 'Halid', 'Halit', 'Chaled', 'Khaled', 'Haled']],
  ['علی', ['Əli', 'Elî', 'Aliu']],
  ['حسین', ['Hüseyin', 'Huseyn', 'Hysen', 'Husein', 'Hûsên', 'Houcine', 'Hocine']],
  ['شوان', ['Şivan', 'Shwan', 'Chwan', 'Schwan']],
  ['روژین', ['Rojîn', 'Rozhin', 'Rojin']],
  ['آراز', ['Araz']],
  ['الناز', ['Elnaz', 'Əlnaz']],
  ['قاسم', ['Qasim', 'Kasim', 'Kasım', 'Gasim', 'Kasem', 'Qasım']],
  ['شعبان', ['Shaban', 'Şaban', 'Chaaban', 'Shaaban']],
  ['ذوالفقار', ['Zulfiqar', 'Dhulfiqar', 'Zylfikar', 'Zülfikar', 'Zolfaghar']],
  ['عبدالله', ['Abdullah', 'Abdulla', 'Abdollah', 'Abdallah', 'Abdulah', 'Evdila']],
  ['عبدالرحمن', ['Abdurrahman', 'Abd al-Rahman', 'Abdolrahman', 'Abdul Rahman', 'Abderrahmane', 'Abdirahman', 'Abd-ur-Rahman']],
  ['نورالدین', ['Nuruddin', 'Nour-Eddine', 'Nur al-Din', 'Nureddin', 'Nuredin', 'Nooruddin', 'Nurettin']],
  ['مصطفی', ['Mustafa', 'Mostafa', 'Mostapha', 'Moustapha', 'Mystafa']],
  ['ثریا', ['Soraya', 'Thurayya', 'Süreyya', 'Sorayya', 'Surayya']],
  ['ضیاءالدین', ['Ziyauddin', 'Diyaeddin', 'Ziaeddin', 'Zia al-Din', 'Dhiauddin']],
  ['طاهره', ['Tahereh', 'Tahira', 'Tahire', 'Taherah']],
  ['یحیی', ['Yahya', 'Jahja', 'Yehya', 'Yahia']],
  ['رویا', ['Roya', 'Ruya', 'Röya', 'Rouya']],
  ['چنگیز', ['Changiz', 'Cengiz', 'Çingiz', 'Genghis', 'Tschangis', 'Tchanguiz', 'Chengiz']],
  ['آیدین', ['Aydin', 'Aydın', 'Aidin', 'Ajdin']],
  ['ژیلا', ['Jila', 'Zhila', 'Jîla', 'Zila']],
  ['هێمن', ['Hemin', 'Hêmin', 'Hemen']],
  ['ئەحمەد', ['Ahmad', 'Ehmed']],
  ['دڵشاد', ['Dilshad', 'Dilşad', 'Delshad']],
  ['بێریڤان', ['Berivan', 'Bêrîvan']],
  ['شێرکۆ', ['Sherko', 'Şêrko', 'Shirko']],
  ['هۆشیار', ['Hoshyar', 'Hoşyar', 'Hoshiar']],
  ['وحید', ['Vahid', 'Wahid', 'Vehid', 'Waheed']],
  ['کیوان', ['Keyvan', 'Kayvan', 'Keivan', 'Kaywan', 'Keyvən']],
  ['ایوب', ['Ayoub', 'Eyüp', 'Ejup', 'Ayyub', 'Ayub']],
  ['قربانعلی', ['Ghorbanali', 'Qurban Ali', 'Gurbanali', 'Kurban Ali', 'Ghorban-Ali']],
  ['سیدرضا', ['Seyed Reza', 'Sayyid Rida', 'Seyyed Reza', 'Said Riza']],
  ['حجت', ['Hojjat', 'Hujjat', 'Hodjat', 'Hojat']],
  ['عزت', ['Ezzat', 'Izzat', 'Izet', 'Ezat']],
  ['اشرف', ['Ashraf', 'Achraf', 'Aschraf', 'Eshref', 'Eşref']],
  ['ایرج', ['Iraj', 'Iradj', 'Irac', 'Eraj']],
  ['هوشنگ', ['Houshang', 'Hushang', 'Huschang', 'Hooshang']],
  ['مژگان', ['Mozhgan', 'Mojgan', 'Mujgan', 'Müjgan']],
];

/** No rule reaches these without making strangers of other names alike. */
const KNOWN_MISSES = ['Evdila', 'Diyaeddin', 'Zila'];

function found(typed: string, name: string, book: NameBooks<Set<string>>): boolean {
  const { words, sought } = askFor(typed, book);
  const mine = sought.filter(({ entry, split }) => split === 0 && entry.kept.has(name));
  return new Set(mine.map(({ term }) => term)).size === words;
}

describe('spellings of other languages (model.md A.7, known misses)', () => {
  const book = new NameBooks<Set<string>>();
  for (const name of [...PERSIAN_NAMES.map(({ fa }) => fa), ...SPELLINGS.map(([written]) => written)])
    for (const word of keptWords(name)) book.names.add(word, () => new Set<string>()).kept.add(name);

  it.each(SPELLINGS)('%s by %j', (written, latin) => {
    expect(latin.filter((typed) => !found(typed, written, book))).toEqual(latin.filter((typed) => KNOWN_MISSES.includes(typed)));
  });
});

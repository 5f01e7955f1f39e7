import { normaliseName } from './normalise';

/** Why two spellings are one name although their keys do not meet (model.md A.7). */
export type Equivalence = 'ARABIC_D' | 'K_OR_G' | 'TWO_SYLLABLES' | 'TURKISH' | 'WESTERN';

interface Equivalents {
  readonly why: Equivalence;
  readonly names: readonly string[];
}

/**
 * The small table of model.md A.7: one name in several languages. Whoever is looked for by one is found by each; an equal
 * spelling stands before them. Add a line to add a name; nothing has to be indexed anew.
 */
export const EQUIVALENTS: readonly Equivalents[] = [
  { why: 'ARABIC_D', names: ['رضا', 'Reza', 'Riza', 'Rida', 'Ridha', 'Redha'] },
  { why: 'ARABIC_D', names: ['مرتضی', 'Morteza', 'Murtaza', 'Murtada', 'Murtadha', 'Mortada'] },
  { why: 'ARABIC_D', names: ['رمضان', 'Ramezan', 'Ramazan', 'Ramadan', 'Ramadhan'] },
  { why: 'ARABIC_D', names: ['فاضل', 'Fazel', 'Fazil', 'Fadel', 'Fadil', 'Fadhil'] },
  { why: 'ARABIC_D', names: ['فضل', 'Fazl', 'Fadl', 'Fadhl'] },
  { why: 'ARABIC_D', names: ['ضیا', 'Zia', 'Ziya', 'Dia', 'Diya'] },
  { why: 'ARABIC_D', names: ['رضوان', 'Rezvan', 'Rizwan', 'Ridwan', 'Radwan', 'Ridvan'] },
  { why: 'ARABIC_D', names: ['راضیه', 'Razieh', 'Raziye', 'Radia', 'Radhia', 'Radiya'] },
  { why: 'ARABIC_D', names: ['قاضی', 'Ghazi', 'Qazi', 'Qadi', 'Kadi'] },
  { why: 'K_OR_G', names: ['عسگری', 'عسکری', 'Asgari', 'Askari'] },
  { why: 'K_OR_G', names: ['عسگر', 'عسکر', 'Asgar', 'Askar', 'Asger', 'Asker'] },
  { why: 'TWO_SYLLABLES', names: ['نزهت', 'Nozhat', 'Nuzhat', 'Nezhat'] },
  { why: 'TURKISH', names: ['محمد', 'Mohammad', 'Muhammad', 'Mehmet', 'Mehmed', 'Muhamet', 'Mamed'] },
  { why: 'TURKISH', names: ['احمد', 'Ahmad', 'Ahmed', 'Ahmet', 'Amet'] },
  { why: 'TURKISH', names: ['محمود', 'Mahmoud', 'Mahmud', 'Mahmut', 'Makhmud'] },
  { why: 'TURKISH', names: ['خدیجه', 'Khadijeh', 'Khadija', 'Hatice', 'Hatixhe', 'Xədicə'] },
  { why: 'TURKISH', names: ['زینب', 'Zeinab', 'Zaynab', 'Zeynep', 'Zejnepe'] },
  { why: 'TURKISH', names: ['عثمان', 'Osman', 'Othman', 'Usman', 'Uthman'] },
  { why: 'TURKISH', names: ['یعقوب', 'Yaghoub', 'Yaqub', 'Yakup', 'Jakup', 'Jacob', 'Jakob'] },
  { why: 'WESTERN', names: ['یوسف', 'Yousef', 'Yusuf', 'Jusuf', 'Isuf', 'Joseph', 'Josef', 'José'] },
  { why: 'WESTERN', names: ['ابراهیم', 'Ebrahim', 'Ibrahim', 'Abraham', 'Avraham'] },
  { why: 'WESTERN', names: ['موسی', 'Mousa', 'Musa', 'Moses', 'Moïse'] },
  { why: 'WESTERN', names: ['داوود', 'داود', 'Davoud', 'Dawud', 'Davut', 'Daud', 'David'] },
  { why: 'WESTERN', names: ['سلیمان', 'Soleyman', 'Suleiman', 'Sulejman', 'Solomon', 'Salomon'] },
  { why: 'WESTERN', names: ['یحیی', 'Yahya', 'Jahja', 'John', 'Johannes', 'Jean'] },
  { why: 'WESTERN', names: ['عیسی', 'Isa', 'Eisa', 'Issa', 'Jesus'] },
  { why: 'WESTERN', names: ['مریم', 'Maryam', 'Mariam', 'Merjem', 'Miriam', 'Mary', 'Maria', 'Marie'] },
  { why: 'WESTERN', names: ['سارا', 'Sara', 'Sarah', 'Sare'] },
  { why: 'WESTERN', names: ['حوا', 'Hava', 'Havva', 'Hawa', 'Eva', 'Eve'] },
  { why: 'WESTERN', names: ['آدم', 'Adam', 'Adem'] },
  { why: 'WESTERN', names: ['نوح', 'Nouh', 'Nuh', 'Noah'] },
  { why: 'WESTERN', names: ['یونس', 'Younes', 'Yunus', 'Junuz', 'Jonah', 'Jonas'] },
  { why: 'WESTERN', names: ['ایوب', 'Ayoub', 'Ayyub', 'Eyüp', 'Ejup', 'Job'] },
  { why: 'WESTERN', names: ['اسحاق', 'Eshagh', 'Ishaq', 'Ishak', 'Isaac'] },
  { why: 'WESTERN', names: ['اسماعیل', 'Esmaeil', 'Ismail', 'Ismajl', 'Ishmael'] },
  { why: 'WESTERN', names: ['هارون', 'Haroun', 'Harun', 'Aaron'] },
  { why: 'WESTERN', names: ['الیاس', 'Elias', 'Ilyas', 'Iljaz', 'Elijah'] },
  { why: 'WESTERN', names: ['جبرئیل', 'جبریل', 'Jebreil', 'Jibril', 'Cebrail', 'Gabriel'] },
  { why: 'WESTERN', names: ['میکائیل', 'Mikaeil', 'Mikail', 'Michael', 'Michel'] },
  { why: 'WESTERN', names: ['اسکندر', 'Eskandar', 'Iskandar', 'Skender', 'Alexander', 'Alexandre'] },
  { why: 'WESTERN', names: ['کورش', 'کوروش', 'Kourosh', 'Cyrus', 'Koresh'] },
  { why: 'WESTERN', names: ['داریوش', 'Dariush', 'Darius'] },
  { why: 'WESTERN', names: ['کامبیز', 'Kambiz', 'Cambyse', 'Cambyses'] },
];

const BY_FORM = new Map<string, readonly number[]>();
EQUIVALENTS.forEach(({ names }, group) => {
  for (const form of new Set(names.map(normaliseName))) BY_FORM.set(form, [...(BY_FORM.get(form) ?? []), group]);
});

/** The lines of the table in which a name stands, by number; none for most names. */
export function equivalenceGroups(form: string): readonly number[] {
  return BY_FORM.get(form) ?? [];
}

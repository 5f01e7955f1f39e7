import type { RelativeAccount } from '../family/wish.entity';

/** How far one of them has come, as a walk through the drawing of a link; `NOTED` stays a wish. */
export interface FamilyStory {
  relative: Pick<RelativeAccount, 'names' | 'relation' | 'sex' | 'fatherName' | 'birthPlace' | 'separation'>;
  wish: string;
  daysAgo: number;
  ladder: readonly string[];
  /** States passed after it was begun, in order. */
  walk: readonly string[];
  /** What the relative said, where they were asked. */
  said?: Readonly<Record<string, readonly string[]>>;
  country?: string;
  context?: string;
  ended?: { outcome: string };
  /** That somebody asks for the client meanwhile who may be the one whom they miss. */
  asks?: 'KNOWS_THEM_WELL' | 'KNOWS_A_NAME';
}

const OPEN_LADDER = ['ALIVE_ONLY', 'ONE_MESSAGE', 'MEDIATED'];
const BOTH_SAID = { C22_RELATIVE_DATA: ['RELATIVE_DATA'], C09_DISCLOSE_REL: OPEN_LADDER, C10_MESSAGES: ['ONE_MESSAGE', 'MEDIATED'] };
const FOUND = ['TRACING', 'LOCATED'];
const ASKED = [...FOUND, 'VERIFIED', 'APPROACH_APPROVED', 'AWAITING_RELATIVE'];

/** Invented people: every name here is of nobody. */
export const FAMILY_STORIES: readonly FamilyStory[] = [
  {
    relative: {
      names: ['پروانه', 'Parvaneh'],
      relation: 'MOTHER',
      sex: 'F',
      fatherName: null,
      birthPlace: 'Shiraz',
      separation: 'CONTACT_FORBIDDEN',
    },
    wish: 'To know whether she is well. Nothing more for now.',
    daysAgo: 4,
    ladder: [],
    walk: [],
  },
  {
    relative: { names: ['Kaveh'], relation: 'BROTHER', sex: 'M', fatherName: 'Rostam', birthPlace: 'Isfahan', separation: 'FLIGHT' },
    wish: 'We lost each other at a border. I should like to hear his voice one day.',
    daysAgo: 9,
    ladder: ['ALIVE_ONLY'],
    walk: [],
    asks: 'KNOWS_A_NAME',
  },
  {
    relative: {
      names: ['Nilufar'],
      relation: 'DAUGHTER',
      sex: 'F',
      fatherName: 'Siavash',
      birthPlace: 'Tehran',
      separation: 'GROUP_POLICY',
    },
    wish: 'She was four. I want her to know that I looked for her.',
    daysAgo: 40,
    ladder: OPEN_LADDER,
    walk: ['TRACING'],
    asks: 'KNOWS_THEM_WELL',
  },
  {
    relative: { names: ['Bahram'], relation: 'UNCLE_AUNT', sex: 'M', fatherName: null, birthPlace: 'Ahvaz', separation: 'LOST_DETAILS' },
    wish: 'He raised me. If he is alive I want to thank him.',
    daysAgo: 60,
    ladder: ['ALIVE_ONLY', 'ONE_MESSAGE'],
    walk: FOUND,
    country: 'SE',
    context: 'DIASPORA_FREE',
  },
  {
    relative: {
      names: ['Simin'],
      relation: 'SISTER',
      sex: 'F',
      fatherName: 'Jamshid',
      birthPlace: 'Tabriz',
      separation: 'CONTACT_FORBIDDEN',
    },
    wish: 'To write to her, through you, and to read what she answers.',
    daysAgo: 70,
    ladder: OPEN_LADDER,
    walk: [...ASKED, 'BOTH_CONSENTED'],
    said: BOTH_SAID,
    country: 'DE',
    context: 'DIASPORA_FREE',
  },
  {
    relative: { names: ['Dariush'], relation: 'SON', sex: 'M', fatherName: null, birthPlace: 'Mashhad', separation: 'CHILD_SENT_ABROAD' },
    wish: 'He was sent abroad as a child. I want to know where he grew up.',
    daysAgo: 80,
    ladder: OPEN_LADDER,
    walk: ASKED,
    country: 'FR',
    context: 'OTHER_STATE',
    ended: { outcome: 'RELATIVE_DECLINED' },
  },
  {
    relative: {
      names: ['Laleh', 'لاله'],
      relation: 'SISTER',
      sex: 'F',
      fatherName: 'Manuchehr',
      birthPlace: 'Rasht',
      separation: 'CONTACT_FORBIDDEN',
    },
    wish: 'To hear from her again and again, and to be in no hurry.',
    daysAgo: 90,
    ladder: OPEN_LADDER,
    walk: [...ASKED, 'BOTH_CONSENTED', 'MEDIATED'],
    said: BOTH_SAID,
    country: 'SE',
    context: 'DIASPORA_FREE',
  },
];

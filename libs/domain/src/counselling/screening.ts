import { RuleBroken } from '../process/process';
import type { Instrument, ScreeningBand, ScreeningFlag } from '../vocabulary/counselling';

/** Answers in the order of the paper form; null is a blank. */
export type Answers = readonly (number | null)[];

/** What the server computes from answers (model Annex D). A screening, not a diagnosis. */
export interface Score {
  /** Null where the instrument has no total. */
  readonly score: number | null;
  readonly subscores: Readonly<Record<string, number>>;
  readonly band: ScreeningBand | null;
  readonly positive: boolean;
  readonly flags: readonly ScreeningFlag[];
  /** What "positive" and the band were measured by, kept with the result. */
  readonly cut: number | null;
  readonly bandSet: string | null;
}

/** One answer: from `min` to `max`, whole numbers. */
export interface Shape {
  readonly items: readonly { readonly min: number; readonly max: number }[];
  /** How many blanks a score bears. */
  readonly blanks: number;
  readonly cuts: readonly number[];
}

type Bands = readonly (readonly [atMost: number, band: ScreeningBand])[];

interface Form extends Shape {
  score: (answers: Answers, cut: number | null) => Partial<Score>;
}

const many = (count: number, max: number, min = 0): Shape['items'] => Array.from({ length: count }, () => ({ min, max }));
const answered = (answers: Answers): number[] => answers.filter((answer): answer is number => answer !== null);
const sum = (answers: Answers): number => answered(answers).reduce((total, answer) => total + answer, 0);
const met = (answer: number | null | undefined): boolean => (answer ?? 0) >= 2;
const bandOf = (score: number, bands: Bands): ScreeningBand | null => bands.find(([atMost]) => score <= atMost)?.[1] ?? null;

/** The total as if the blanks had been answered like the rest; halves go up. */
const prorated = (answers: Answers): number => Math.floor((sum(answers) * answers.length) / answered(answers).length + 0.5);

/** A plain sum with a cut. */
const summed = (items: Shape['items'], cuts: readonly number[]): Form => ({
  items,
  blanks: 0,
  cuts,
  score: (answers, cut) => ({ score: sum(answers), positive: sum(answers) >= (cut ?? Infinity) }),
});

const PHQ_BANDS: Bands = [
  [4, 'MINIMAL'],
  [9, 'MILD'],
  [14, 'MODERATE'],
  [19, 'MODERATELY_SEVERE'],
  [27, 'SEVERE'],
];
const GAD_BANDS: Bands = [
  [4, 'MINIMAL'],
  [9, 'MILD'],
  [14, 'MODERATE'],
  [21, 'SEVERE'],
];
const K10_BANDS: Bands = [
  [15, 'LOW'],
  [21, 'MODERATE'],
  [29, 'HIGH'],
  [50, 'VERY_HIGH'],
];
const SELF_HARM_ITEM = 8;
const THERMOMETER = 14;

const selfHarm = (answers: Answers): ScreeningFlag[] => {
  const answer = answers[SELF_HARM_ITEM] ?? null;
  if (answer === null) return ['PHQ9_ITEM9_ASK'];
  return answer >= 1 ? ['PHQ9_ITEM9'] : [];
};

/** Either of each pair of symptoms, and one of the three that say what it does to a life. */
const cluster = (core: Answers, life: Answers): boolean => [0, 2, 4].every((at) => met(core[at]) || met(core[at + 1])) && life.some(met);

function itq(answers: Answers): Partial<Score> {
  const [p, pf, d, df] = [answers.slice(0, 6), answers.slice(6, 9), answers.slice(9, 15), answers.slice(15, 18)];
  const ptsd = cluster(p, pf);
  const band: ScreeningBand = !ptsd ? 'NONE' : cluster(d, df) ? 'CPTSD' : 'PTSD';
  return { band, positive: band !== 'NONE', subscores: { PTSD: sum(p), DSO: sum(d) } };
}

function rhs15(answers: Answers, cut: number | null): Partial<Score> {
  const score = sum(answers.slice(0, THERMOMETER));
  const thermometer = answers[THERMOMETER] ?? 0;
  return { score, positive: score >= (cut ?? Infinity) || thermometer >= 5, subscores: { THERMOMETER: thermometer } };
}

const FORMS: Readonly<Record<Instrument, Form>> = {
  PHQ2: summed(many(2, 3), [3]),
  PHQ9: {
    items: many(9, 3),
    blanks: 2,
    cuts: [10],
    score: (answers) => {
      const score = prorated(answers);
      return { score, band: bandOf(score, PHQ_BANDS), positive: score >= 10, flags: selfHarm(answers) };
    },
  },
  GAD2: summed(many(2, 3), [3]),
  GAD7: {
    items: many(7, 3),
    blanks: 1,
    cuts: [10, 8],
    score: (answers, cut) => {
      const score = prorated(answers);
      return { score, band: bandOf(score, GAD_BANDS), positive: score >= (cut ?? Infinity) };
    },
  },
  PCPTSD5: {
    items: many(6, 1),
    blanks: 0,
    cuts: [4, 3],
    score: ([gate, ...rest], cut) => {
      const score = gate === 0 ? 0 : sum(rest);
      return { score, positive: score >= (cut ?? Infinity) };
    },
  },
  PCL5: summed(many(20, 4), [31, 32, 33]),
  ITQ: { items: many(18, 4), blanks: 0, cuts: [], score: itq },
  WHO5: {
    items: many(5, 5),
    blanks: 0,
    cuts: [],
    score: (answers) => {
      const score = sum(answers) * 4;
      return {
        score,
        band: bandOf(score, [
          [28, 'LIKELY_DEPRESSION'],
          [50, 'LOW'],
        ]),
        positive: score <= 50,
      };
    },
  },
  RHS15: { items: [...many(14, 4), { min: 0, max: 10 }], blanks: 0, cuts: [12], score: rhs15 },
  RHS13: summed(many(13, 4), [11]),
  K10: {
    items: many(10, 5, 1),
    blanks: 0,
    cuts: [],
    score: (answers) => {
      const band = bandOf(sum(answers), K10_BANDS);
      return { score: sum(answers), band, bandSet: 'ABS', positive: band === 'HIGH' || band === 'VERY_HIGH' };
    },
  },
  K6: summed(many(6, 4), [13]),
  WGSS: { items: many(6, 4, 1), blanks: 0, cuts: [3], score: (answers) => ({ positive: answers.some((answer) => (answer ?? 0) >= 3) }) },
};

/** How many answers an instrument has, what each may be, and which cuts are in use. */
export const shapeOf = (instrument: Instrument): Shape => FORMS[instrument];

/**
 * The score of a filled form (model Annex D); null when it bears no score because too much was left open.
 * @param cut one of the cuts of the instrument; the first unless said
 * @throws RuleBroken `answers-do-not-fit`: too few or too many of them, or one that the form does not know
 */
export function scoreOf(instrument: Instrument, answers: Answers, cut?: number): Score | null {
  const { items, cuts, blanks, score } = FORMS[instrument];
  if (answers.length !== items.length)
    throw new RuleBroken('answers-do-not-fit', { wanted: items.length, given: answers.length }, { items: ['wrong-number'] });
  const wrong = answers.flatMap((answer, at) => (fits(answer, items[at]) ? [] : [String(at + 1)]));
  if (wrong.length) throw new RuleBroken('answers-do-not-fit', { wrong }, { items: ['out-of-range'] });
  if (cut !== undefined && !cuts.includes(cut)) throw new RuleBroken('answers-do-not-fit', {}, { cut: ['unknown'] });
  if (blanksThatCount(instrument, answers) > blanks) return null;
  const measure = cut ?? cuts[0] ?? null;
  const found = score(answers, measure);
  return { score: null, subscores: {}, band: null, positive: false, flags: [], bandSet: null, cut: measure, ...found };
}

/**
 * As `scoreOf`, for a result that is to be kept.
 * @throws RuleBroken `too-many-blanks` with how many there are and how many the form bears
 */
export function scoreToKeep(instrument: Instrument, answers: Answers, cut?: number): Score {
  const kept = scoreOf(instrument, answers, cut);
  if (kept) return kept;
  const { blanks } = FORMS[instrument];
  throw new RuleBroken('too-many-blanks', { blank: blanksThatCount(instrument, answers), most: blanks }, { items: ['too-many-blanks'] });
}

/**
 * R-RI-05: an answer that points to self-harm is kept only with what was done and who was told; one that was left open, with what was said when asked.
 * @throws RuleBroken `self-harm-unanswered` with the fields
 */
export function assertFlagsAnswered(flags: readonly ScreeningFlag[], actionTaken: string, toldWhom: string): void {
  const fields: Record<string, string[]> = {};
  if (flags.length && !actionTaken.trim()) fields.actionTaken = ['missing'];
  if (flags.includes('PHQ9_ITEM9') && !toldWhom.trim()) fields.toldWhom = ['missing'];
  if (Object.keys(fields).length) throw new RuleBroken('self-harm-unanswered', { flags: [...flags] }, fields);
}

/** A licence as the office keeps it. */
export interface Licence {
  readonly instrument: Instrument;
  readonly textSource: string;
  readonly language: string;
  readonly agreementOn: string | null;
}

/**
 * R-CN-06: an instrument is used on a licence that says where the text comes from, in this language; RHS-15 on a utilisation agreement too.
 * @throws RuleBroken `licence-missing`, `agreement-missing`
 */
export function assertLicensed(instrument: Instrument, language: string, licence: Licence | null): void {
  if (!licence) throw new RuleBroken('licence-missing', { instrument, language }, { instrument: ['licence-missing'] });
  if (instrument === 'RHS15' && !licence.agreementOn)
    throw new RuleBroken('agreement-missing', { instrument }, { instrument: ['agreement-missing'] });
}

const fits = (answer: number | null, item: Shape['items'][number] | undefined): boolean =>
  answer === null || (item !== undefined && Number.isInteger(answer) && answer >= item.min && answer <= item.max);

/** Who was never exposed answers no more of the PC-PTSD-5; of the ITQ a blank about daily life counts where nothing else decides. */
function blanksThatCount(instrument: Instrument, answers: Answers): number {
  const blank = (some: Answers): number => some.filter((answer) => answer === null).length;
  if (instrument === 'PCPTSD5' && answers[0] === 0) return 0;
  if (instrument !== 'ITQ') return blank(answers);
  const [pf, df] = [answers.slice(6, 9), answers.slice(15, 18)];
  return blank(answers.slice(0, 6)) + blank(answers.slice(9, 15)) + (pf.some(met) ? 0 : blank(pf)) + (df.some(met) ? 0 : blank(df));
}

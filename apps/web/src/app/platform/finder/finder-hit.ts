import type { IconName } from '../icon/icons';
import type { StateTone } from '../text/state';

/** One line of the finder. Names are shown and forgotten with the dialog. */
export interface FinderHit {
  id: string;
  /** Router commands of the page it opens. */
  link: readonly string[];
  /** The name in its own script, then in Latin letters; either may be missing. */
  own: string | null;
  latin: string | null;
  /** Case reference, shown in Latin. */
  ref?: string | null;
  /** A short second line: the pseudonym. */
  note?: string | null;
  state?: { tone: StateTone; icon: IconName; word: string } | null;
}

/** What a capability found; `typeMore` when nothing was, because too little is typed to tell people apart. */
export interface FinderAnswer {
  hits: readonly FinderHit[];
  typeMore: boolean;
}

/** Asks a capability for what fits the text; the search is a POST, and within the reader's reach only. */
export type FinderSearch = (text: string) => Promise<FinderAnswer>;

/** Made once, in an injection context: `() => { const api = inject(Api); return (text) => api.search(…); }`. */
export type FinderFactory = () => FinderSearch;

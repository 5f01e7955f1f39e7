/** That an enquiry has a mark, such as a telephone: the mark as a token, nobody reads it. */
export interface Sharing {
  enquiryId: string;
  mark: string;
  /** When the enquiry came in, in milliseconds. */
  at: number;
}

/** Enquiries that hang together, and by which marks. */
export interface Frozen {
  enquiryIds: string[];
  marks: string[];
}

const [ENOUGH, WITHIN] = [3, 30 * 86_400_000];

/**
 * Enquiries that freeze each other: three that share a mark within 30 days, and whatever hangs together with them by such threes.
 * Whether a person whom they ask for is known plays no part.
 */
export function frozenTogether(sharings: readonly Sharing[]): Frozen[] {
  const groups: { ids: Set<string>; marks: Set<string> }[] = [];
  for (const [mark, ids] of threesByMark(sharings)) {
    const touched = groups.filter((group) => [...ids].some((id) => group.ids.has(id)));
    const whole = {
      ids: new Set([...ids, ...touched.flatMap((group) => [...group.ids])]),
      marks: new Set([mark, ...touched.flatMap((group) => [...group.marks])]),
    };
    groups.splice(0, groups.length, ...groups.filter((group) => !touched.includes(group)), whole);
  }
  return groups.map(({ ids, marks }) => ({ enquiryIds: [...ids].sort(), marks: [...marks].sort() }));
}

/** For each mark, in one entry for each run of threes that overlap, who stands in them. */
function threesByMark(sharings: readonly Sharing[]): [string, Set<string>][] {
  return [...new Set(sharings.map(({ mark }) => mark))].flatMap((mark) => {
    const lines = inOrder(sharings.filter((sharing) => sharing.mark === mark));
    const threes = lines.flatMap((first, at) => {
      const last = lines[at + ENOUGH - 1];
      return last && last.at - first.at <= WITHIN ? [lines.slice(at, at + ENOUGH)] : [];
    });
    return threes.map((three): [string, Set<string>] => [mark, new Set(three.map(({ enquiryId }) => enquiryId))]);
  });
}

/** Oldest first, each enquiry once. */
function inOrder(lines: readonly Sharing[]): Sharing[] {
  const once = [...new Map(lines.map((line) => [line.enquiryId, line])).values()];
  return once.sort((a, b) => a.at - b.at);
}

/** What a refusal may say besides its code: counts, dates, codes and field names, never anything about a person. */
export type Facts = Record<string, string | number | boolean | null | string[]>;

/** A rule of the domain says no. `code` is kebab-case and names the rule; `fields` maps an input field to the codes of what is wrong with it. */
export class RuleBroken extends Error {
  override readonly name = 'RuleBroken';

  constructor(
    readonly code: string,
    readonly facts?: Facts,
    readonly fields?: Record<string, string[]>,
  ) {
    super(code);
  }
}

/** States in the order they are usually passed, each with its events and the state each event leads to. */
export type Drawing = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Process<D extends Drawing = Drawing> {
  readonly initial: keyof D & string;
  readonly states: D;
}

export type StateOf<P> = P extends Process<infer D> ? keyof D & string : never;
export type EventOf<P> = P extends Process<infer D> ? { [S in keyof D]: keyof D[S] & string }[keyof D] : never;

/** The compiler refuses a target that is not a state of the same drawing. */
type WithKnownTargets<D extends Drawing> = { [S in keyof D]: { [E in keyof D[S]]: keyof D & string } };

/**
 * A process as plain data, used by both sides of the wire.
 * @throws Error when it is defined with an unknown initial state or target, or with a state that nothing leads to.
 */
export function defineProcess<const D extends Drawing>(initial: keyof D & string, states: D & WithKnownTargets<D>): Process<D> {
  const reached = reachableFrom(initial, states);
  const lost = Object.keys(states).filter((state) => !reached.has(state));
  if (lost.length) throw new Error(`No event leads to ${lost.join(', ')}.`);
  return { initial, states };
}

/** The events that the drawing allows in a state, in the drawing's order; whether their guards hold is asked elsewhere. */
export function actionsFrom<D extends Drawing>(process: Process<D>, state: keyof D & string): EventOf<Process<D>>[] {
  return Object.keys(eventsOf(process.states, state));
}

/**
 * The state an event leads to.
 * @throws RuleBroken `not-open` with the state, the action asked for and the actions now open.
 */
export function move<D extends Drawing>(process: Process<D>, state: keyof D & string, event: EventOf<Process<D>>): keyof D & string {
  const open: string[] = actionsFrom(process, state);
  if (!open.includes(event)) throw new RuleBroken('not-open', { state, action: event, open });
  return eventsOf(process.states, state)[event];
}

function reachableFrom(initial: string, states: Drawing): Set<string> {
  const reached = new Set([initial]);
  for (const state of reached) {
    for (const target of Object.values(eventsOf(states, state))) reached.add(target);
  }
  return reached;
}

// Own keys only: a state or event that came over the wire may be called "constructor".
function eventsOf(states: Drawing, state: string): Readonly<Record<string, string>> {
  if (!Object.hasOwn(states, state)) throw new Error(`There is no state ${state}.`);
  return states[state];
}

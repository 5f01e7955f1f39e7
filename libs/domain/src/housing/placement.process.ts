import { defineProcess, type EventOf, type StateOf } from '../process/process';

/** A client's stay in a housing unit, from the request to the end of it (model 3.3). What somebody decided against goes back to the list. */
export const placementProcess = defineProcess('REQUESTED', {
  REQUESTED: { match: 'MATCHED', direct_emergency: 'IN_RESIDENCE', cancel: 'CANCELLED' },
  MATCHED: { offer: 'OFFERED', release: 'REQUESTED' },
  OFFERED: { accept: 'RESERVED', decline: 'REQUESTED', expire: 'REQUESTED' },
  RESERVED: { move_in: 'IN_RESIDENCE', cancel: 'CANCELLED' },
  IN_RESIDENCE: { give_notice: 'NOTICE', move_out: 'MOVED_OUT', emergency_relocate: 'MOVED_OUT' },
  NOTICE: { withdraw_notice: 'IN_RESIDENCE', move_out: 'MOVED_OUT' },
  MOVED_OUT: {},
  CANCELLED: {},
});
export type PlacementStanding = StateOf<typeof placementProcess>;
export type PlacementEvent = EventOf<typeof placementProcess>;

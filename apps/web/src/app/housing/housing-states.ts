import { type PlacementState, placementState, type UnitStatus, unitStatus } from '@panah/domain/vocabulary/housing';
import type { StateLook, StateLooks } from '../platform/text/state-mark';

const QUIET: StateLook = { icon: 'home', tone: 'plain' };
const ON_THE_WAY: StateLook = { icon: 'clock', tone: 'waiting' };
const OVER: StateLook = { icon: 'done', tone: 'plain' };

/** How a unit stands today. */
export const UNIT_STATES: StateLooks<UnitStatus> = {
  codes: unitStatus,
  looks: {
    AVAILABLE: { icon: 'done', tone: 'good' },
    RESERVED: QUIET,
    OCCUPIED: QUIET,
    MAINTENANCE: QUIET,
    COMPROMISED: { icon: 'alert', tone: 'danger' },
    RETIRED: QUIET,
  },
};

/** Where a stay stands. */
export const PLACEMENT_STATES: StateLooks<PlacementState> = {
  codes: placementState,
  looks: {
    REQUESTED: ON_THE_WAY,
    MATCHED: ON_THE_WAY,
    OFFERED: ON_THE_WAY,
    RESERVED: ON_THE_WAY,
    IN_RESIDENCE: { icon: 'home', tone: 'good' },
    NOTICE: ON_THE_WAY,
    MOVED_OUT: OVER,
    CANCELLED: OVER,
  },
};

import type { Role, Reach } from '@panah/domain/access/access-table';

export interface HeldRole {
  role: Role;
  officeId: string | null;
  duties: string[];
}

/** Who is asking, read from the database with each request; no claims in tokens. */
export interface Actor {
  kind: 'STAFF' | 'JOB';
  staffId: string;
  orgId: string;
  sessionId: string | null;
  partnerId: string | null;
  language: string;
  /** IANA name of the clock they work by: that of their first office; a partner's is the organisation's; `UTC` for the clock's own work. */
  timeZone: string;
  isDemo: boolean;
  tie: string;
  roles: HeldRole[];
  freshAt: string | null;
  endsAt: string | null;
}

/** How far a word carries this actor: the union of what their roles give, kept apart by how it is checked on a row. */
export interface ActorReach {
  word: string;
  own: boolean;
  addressed: boolean;
  all: boolean;
  /** Offices in which a role of theirs has the reach `office`. */
  offices: string[];
  /** Roles that count on a case where they stand on its team (the team row's role decides, never the sum). */
  teamRoles: Role[];
}

/** Null when no role of theirs has the word. Example: `reachOf(actor, 'client:read', cellOf)`. */
export function reachOf(actor: Actor, word: string, cellOf: (role: Role) => Reach): ActorReach | null {
  const reach: ActorReach = { word, own: false, addressed: false, all: false, offices: [], teamRoles: [] };
  for (const held of actor.roles) {
    const cell = cellOf(held.role);
    if (cell === 'own') reach.own = true;
    if (cell === 'addressed') reach.addressed = true;
    if (cell === 'all') reach.all = true;
    if (cell === 'office' && held.officeId) reach.offices.push(held.officeId);
    if (cell === 'caseload') reach.teamRoles.push(held.role);
  }
  const none = !reach.own && !reach.addressed && !reach.all && reach.offices.length === 0 && reach.teamRoles.length === 0;
  return none ? null : reach;
}

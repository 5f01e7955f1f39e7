import { newId } from '../platform/new-id';
import type { Tokens } from '../platform/sealing/tokens';
import { staffPlace } from '../platform/session/credentials';
import type { Shelf } from './shelf';

export interface FilledOffice {
  id: string;
  coordinators: string[];
  caseworkers: string[];
}

export interface DrawnColleague {
  /** Unique in the organisation. */
  number: number;
  role: 'COORDINATOR' | 'CASEWORKER' | 'COUNSELLOR' | 'HOUSING' | 'LEGAL' | 'PARTNER';
  leads?: true;
  /** Whose they are, who is nobody of ours. */
  partnerId?: string;
}

/** Colleagues of the load set have no password: nobody signs in as them but the benchmark, which opens sessions of its own. Returns the id. */
export async function layColleague(
  shelf: Shelf,
  tokens: Tokens,
  orgId: string,
  office: FilledOffice | null,
  { number, role, leads, partnerId }: DrawnColleague,
): Promise<string> {
  const id = newId();
  const login = `${orgId}/${number - 1}`;
  if (role === 'COORDINATOR') office?.coordinators.push(id);
  if (role === 'CASEWORKER') office?.caseworkers.push(id);
  shelf.add(
    'staff_member',
    {
      id,
      org_id: orgId,
      state: 'ACTIVE',
      partner_id: partnerId ?? null,
      login_token: await tokens.of('login', login),
      second_factor_required: true,
      second_factor_step: 0,
      tie_state: 'NONE',
      language: 'en',
      is_demo: false,
      invited_at: new Date(),
      seal_version: 1,
      version: 1,
      confirmation_round: 0,
    },
    { place: staffPlace(id, 1), payload: { displayName: `Colleague ${number}`, login } },
  );
  shelf.add('staff_role', {
    id: newId(),
    org_id: orgId,
    staff_id: id,
    office_id: office?.id ?? null,
    role,
    duties: leads ? ['LEAD'] : [],
    granted_at: new Date(),
    confirmed_at: new Date(),
    confirmed_how: 'DEMONSTRATION',
  });
  return id;
}

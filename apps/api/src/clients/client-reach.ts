import { type Word, cell, recordClassOf } from '@panah/domain/access/access-table';
import { reachOf } from '../platform/access/actor';
import { currentActor } from '../platform/access/current-reach';
import type { OpenClient } from './client.records';

/** Words that a file's page may offer besides those of the case. */
const OFFERED = [
  'client:edit',
  'name:read',
  'name:edit',
  'identity:read',
  'identity:edit',
  'contact:read',
  'contact:edit',
  'contact:reveal',
  'contact:use',
  'location:reveal',
  'location:edit',
  'duress:reveal',
] as const satisfies readonly Word[];

/** Whether a word carries the reader to this client: their office, or their own row on the team in a role and class that covers it. */
export function reachesClient({ row }: Pick<OpenClient, 'row'>, word: Word): boolean {
  const reach = reachOf(currentActor(), word, (role) => cell(word, role));
  if (!reach) return false;
  const recordClass = recordClassOf(word) ?? 'PERSON';
  const mine = row.team.filter(({ role, classes }) => (reach.teamRoles as string[]).includes(role) && classes.includes(recordClass));
  // class S: on the team, the primary worker alone opens what calls for help in silence
  const onTeam = word === 'duress:reveal' ? mine.some(({ isPrimary }) => isPrimary) : mine.length > 0;
  return reach.offices.includes(row.officeId) || onTeam;
}

export function offeredActions(client: OpenClient): string[] {
  return OFFERED.filter((word) => reachesClient(client, word));
}

import { Injectable } from '@nestjs/common';
import type { Grant } from '../consents/grants.records';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { newId } from '../platform/new-id';
import type { EpisodeRow } from './episode';
import { PrivateNoteRecords } from './private-note.records';

export interface Arranged extends Record<string, unknown> {
  id: string;
  toId: string;
  agreedAt: Date;
  holds: boolean;
}

type About = Pick<EpisodeRow, 'id' | 'clientId' | 'officeId'>;

const OPEN = 'num_nonnulls(h.taken_back_at, h.done_at) = 0';
const OWN = {
  name: 'handing-on.own',
  text: `select h.id, h.to_id as "toId", h.agreed_at as "agreedAt", s.state = 'ACTIVE' and s.expires_at > now() as holds from private_note_handing_on h
      cross join lateral (select v.state, v.expires_at from consent_event v where v.consent_id = h.consent_id order by v.seq desc limit 1) s
    where h.client_id = $1 and h.from_id = $2 and ${OPEN}`,
};
const ARRANGE = {
  name: 'handing-on.arrange',
  text: `insert into private_note_handing_on (id, org_id, office_id, client_id, episode_id, key_id, from_id, to_id, purpose, recipient, scope, consent_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
};
const TAKE_BACK = {
  name: 'handing-on.take-back',
  text: `update private_note_handing_on h set taken_back_at = now() where h.client_id = $1 and h.from_id = $2 and ${OPEN}`,
};

/** The door to what becomes of the actor's own private notes about a client when they leave. Nobody else learns that something was arranged. */
@Injectable()
export class HandingOnRecords {
  constructor(private readonly notes: PrivateNoteRecords) {}

  async own({ id, clientId, officeId }: About): Promise<Arranged | null> {
    currentLine().about('counselling', id, { clientId, officeId });
    return currentWork().row<Arranged>(OWN, [clientId, currentActor().staffId]);
  }

  /** In place of what was arranged before. Where nothing was written yet there is a key from now on: that something is arranged says nothing of notes. */
  async arrange(episode: About, successorId: string, grant: Grant): Promise<void> {
    const { orgId, staffId } = currentActor();
    await this.takeBack(episode);
    const { id: episodeId, clientId, officeId } = episode;
    const keyId = await this.notes.keyOf(clientId, officeId);
    const { purpose, recipient, scope, restsOn } = grant;
    const whose = [newId(), orgId, officeId, clientId, episodeId, keyId, staffId, successorId];
    await currentWork().change(ARRANGE, [...whose, purpose, recipient, scope, restsOn.consentId]);
  }

  async takeBack({ id, clientId, officeId }: About): Promise<void> {
    currentLine().about('counselling', id, { clientId, officeId });
    await currentWork().change(TAKE_BACK, [clientId, currentActor().staffId]);
  }
}

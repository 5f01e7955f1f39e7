import { Injectable } from '@nestjs/common';
import { parsePartialDate } from '@panah/domain/dates/partial-date';
import { ClientPartRecords, type Owner } from './client-part.records';
import { RESIDENCES } from './client-parts';

/** A home that somebody moved into, as the house itself knows it. Days are `YYYY-MM-DD`. */
export interface Home {
  from: string;
  country: string;
  city: string | null;
  address: string | null;
}

/** The history of where a client lives, written by what happens (model 3.13). The caller has checked the reach; nothing is shown. */
@Injectable()
export class ResidenceRecords {
  constructor(private readonly parts: ClientPartRecords) {}

  /** Returns the id of the line. */
  async begin(client: Owner, { from, country, city, address }: Home): Promise<string> {
    return this.parts.add(RESIDENCES, client, {
      from: onDay(from),
      to: null,
      country,
      city,
      address,
      knownTo: [],
      safety: 'SAFE',
      remarks: null,
    });
  }

  /** Ends the line that began on a day and still goes on. */
  async end(clientId: string, from: string, to: string, safety: 'SAFE' | 'COMPROMISED'): Promise<void> {
    const lines = (await this.parts.ofClient(clientId, [RESIDENCES])).of(RESIDENCES);
    const line = lines.find(({ secrets }) => secrets.to === null && secrets.from?.from === from && secrets.from.to === from);
    if (!line) return;
    const after = { ...line.secrets, to: onDay(to), safety: safety === 'COMPROMISED' ? safety : line.secrets.safety };
    await this.parts.edit(RESIDENCES, line, line.row.version, after);
  }
}

const onDay = (day: string) => parsePartialDate(day, { today: day, calendar: 'GREGORIAN' });

import { Injectable } from '@nestjs/common';
import { turnaroundHours } from '@panah/domain/family/message-release';
import { currentWork } from '../platform/database/current-work';

const MOVES = {
  name: 'message-figures.moves',
  text: 'select language, states, moments from app.message_moves($1::uuid[], $2::date, $3::date)',
};

interface Moves extends Record<string, unknown> {
  language: string;
  states: string[];
  moments: Date[];
}

/** P-29: how long messages took that were released between two days of their office. */
@Injectable()
export class MessageFigures {
  /** Hours from being handed in to release, without the time held, one number for each message. The days are part of the period. */
  async turnaround(
    officeIds: readonly string[],
    { from, to }: { from: string; to: string },
  ): Promise<{ language: string; hours: number }[]> {
    const rows = await currentWork().rows<Moves>(MOVES, [officeIds, from, to]);
    return rows.flatMap(({ language, states, moments }) => {
      const hours = turnaroundHours(states.map((state, at) => ({ to: state, at: moments[at]?.getTime() ?? 0 })));
      return hours === null ? [] : [{ language, hours }];
    });
  }
}

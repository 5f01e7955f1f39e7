import { Injectable } from '@nestjs/common';
import { turnaroundHours } from '@panah/domain/family/message-release';
import type { Quarter } from '@panah/domain/family/quarters';
import { currentWork } from '../platform/database/current-work';

const MOVES = {
  name: 'message-figures.moves',
  text: 'select language, states, moments from app.message_moves($1::uuid[], $2::date)',
};

interface Moves extends Record<string, unknown> {
  language: string;
  states: string[];
  moments: Date[];
}

/** P-29: how long messages took that were released in a quarter of their office. */
@Injectable()
export class MessageFigures {
  /** Hours from being handed in to release, without the time held, one number for each message. */
  async turnaround(officeIds: readonly string[], { from }: Quarter): Promise<{ language: string; hours: number }[]> {
    const rows = await currentWork().rows<Moves>(MOVES, [officeIds, from]);
    return rows.flatMap(({ language, states, moments }) => {
      const hours = turnaroundHours(states.map((state, at) => ({ to: state, at: moments[at]?.getTime() ?? 0 })));
      return hours === null ? [] : [{ language, hours }];
    });
  }
}

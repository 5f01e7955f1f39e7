import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type SettingsOf } from '../platform/settings.module';
import { type Source, streamOf } from './bytes/source';

/** UNSCANNED: there is no scanner. AWAY: there is one, and it gave no verdict. */
export type Verdict = 'CLEAN' | 'INFECTED' | 'UNSCANNED' | 'AWAY';

const PATIENCE = 60_000;
const LONGEST_ANSWER = 4096;

/** Asks clamd, by its INSTREAM command: pieces with their length in front, an empty one at the end, one line as answer. */
@Injectable()
export class Scanner {
  constructor(@Inject(SETTINGS) private readonly settings: SettingsOf) {}

  async verdictOn(source: Source): Promise<Verdict> {
    const { scanner } = this.settings;
    if (scanner === null || scanner === 'NONE') return 'UNSCANNED';
    const socket = connect(scanner);
    socket.setTimeout(PATIENCE, () => socket.destroy(new Error('the scanner is silent')));
    try {
      const answer = answerOf(socket);
      answer.catch(() => undefined); // it is awaited below, or the sending says first what is wrong
      await Promise.race([once(socket, 'connect'), answer]);
      await Promise.race([send(socket, source), answer]);
      return verdictIn(await answer);
    } catch {
      return 'AWAY';
    } finally {
      socket.destroy();
    }
  }
}

async function send(socket: Socket, source: Source): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const piece of streamOf(source)) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    socket.write(length);
    if (!socket.write(piece)) await once(socket, 'drain');
  }
  socket.write(Buffer.alloc(4));
}

async function answerOf(socket: Socket): Promise<string> {
  let said = '';
  for await (const part of socket) {
    said += (part as Buffer).toString('latin1');
    if (said.includes('\0') || said.length > LONGEST_ANSWER) break;
  }
  return said;
}

/** Only the two answers that say something: a scanner that found the file too large has not looked at it. */
function verdictIn(answer: string): Verdict {
  const [line = '', ...end] = answer.split('\0');
  if (end.length === 0) return 'AWAY';
  if (line === 'stream: OK') return 'CLEAN';
  return /^stream: .+ FOUND$/.test(line) ? 'INFECTED' : 'AWAY';
}

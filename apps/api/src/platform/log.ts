import { Injectable, type LoggerService } from '@nestjs/common';
import pino from 'pino';

/** Structured lines without personal data: ids, codes, durations. Messages of errors are kept to their kind, for they may carry values. */
@Injectable()
export class Log implements LoggerService {
  private readonly out: pino.Logger;

  constructor(level: string) {
    this.out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  }

  request(facts: { requestId: string; method: string; route: string; status: number; ms: number }): void {
    this.out.debug(facts, 'request');
  }

  /** The kind and the place of an error, never its message: PostgreSQL quotes values in some of them. */
  failure(error: unknown, requestId: string, word: string): void {
    const { name, code, stack } = error as { name?: string; code?: string; stack?: string };
    const frames = (stack ?? '')
      .split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 8)
      .map((line) => line.trim());
    this.out.error({ requestId, word, kind: name, code, frames }, 'failed');
  }

  log(message: string): void {
    this.out.debug(message);
  }

  error(message: string): void {
    this.out.error(message);
  }

  warn(message: string): void {
    this.out.warn(message);
  }

  info(message: string): void {
    this.out.info(message);
  }
}

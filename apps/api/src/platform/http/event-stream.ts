import type { Readable } from 'node:stream';
import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Problem } from '../errors/problem';
import { requestScope } from '../request-context';

const EVENTS = 'text/event-stream';

/** The route answers with a line that stays open. `told`: what each event carries. */
export const GivesEvents = (told: { name: string }): MethodDecorator =>
  applyDecorators(ApiProduces(EVENTS), ApiOkResponse({ description: `events that carry ${told.name}`, schema: { type: 'string' } }));

/** Begun at once, and kept by nobody on the way. Throws 406 for whoever did not ask for events: an answer without an end would hold them. */
export function eventAnswer(events: Readable, accept: string | undefined): StreamableFile {
  if (!accept?.includes(EVENTS)) {
    events.destroy();
    throw new Problem(406, 'events-only');
  }
  const { headers } = requestScope.current();
  headers['content-type'] = EVENTS;
  headers['x-accel-buffering'] = 'no';
  return new StreamableFile(events, { type: EVENTS });
}

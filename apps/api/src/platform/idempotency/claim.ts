import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Word } from '@panah/domain/access/access-table';
import type { UnitOfWork } from '../database/unit-of-work';
import { TOLD_BESIDE } from '../http/streamed-body';
import { Tokens } from '../sealing/tokens';
import { IDEMPOTENT } from './idempotent';

/** A key that a request wants for itself, asked for in the round trip in which it enters. */
export interface Claim {
  key: string;
  bodyMac: Buffer;
  /** Whether the key is this request's now. Rejects when it could not be asked. */
  won: Promise<boolean>;
}

/** As much of a request as its key is bound to. */
export interface Repeatable {
  headers: Record<string, string | undefined>;
  body: unknown;
  url: string;
}

const KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const CLAIM = {
  name: 'idempotency.claim',
  text: `insert into idempotency (staff_id, org_id, key, word, body_mac) values (app.staff_id(), app.org_id(), $1, $2, $3)
         on conflict (staff_id, key) do update set word = excluded.word, body_mac = excluded.body_mac, made_id = null, status = null,
           expires_at = now() + interval '24 hours' where idempotency.expires_at < now()`,
};

/** Asks for the keys of repeatable requests. Whoever turns out to be refused takes the claim back with the transaction. */
@Injectable()
export class Claims {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: Tokens,
  ) {}

  /** What asks for the key of this request; null when its route takes none, or it brought none. */
  async of(execution: ExecutionContext, word: Word): Promise<((work: UnitOfWork) => Claim) | null> {
    const request = execution.switchToHttp().getRequest<Repeatable>();
    const key = request.headers['idempotency-key'] ?? '';
    if (!this.reflector.get<string | undefined>(IDEMPOTENT, execution.getHandler()) || !KEY.test(key)) return null;
    const bodyMac = await this.tokens.of('idempotency', `${request.url}\n${sentIn(request)}`);
    return (work) => {
      const won = work.change(CLAIM, [key, word, bodyMac]).then((changed) => changed > 0);
      won.catch(() => undefined); // whoever may not enter is told that, and not what became of the claim
      return { key, bodyMac, won };
    };
  }
}

/** What was sent, as far as it is there already: of bytes that come as a stream, what is told beside them and how many they are. */
function sentIn({ body, headers }: Repeatable): string {
  const streamed = typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
  return JSON.stringify(streamed ? [headers[TOLD_BESIDE] ?? null, headers['content-length'] ?? null] : (body ?? null));
}

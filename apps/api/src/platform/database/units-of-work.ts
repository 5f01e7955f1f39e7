import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { escapeLiteral, type PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { UnitOfWork } from './unit-of-work';

/** Who acts, when it is not a request: the seed, the first account, a job that works through the app's own records. */
export interface ActingAs {
  orgId: string;
  staffId?: string;
  roles?: readonly string[];
  coordinatedOffices?: readonly string[];
  enquiryOffices?: readonly string[];
  /** With their own places on teams, and what they lead. */
  asMember?: true;
}

/** Opens transactions that carry a context. Without one, row-level security shows no row. */
@Injectable()
export class UnitsOfWork {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * Begins a transaction and enters it with a session token: one round trip. The answer is what `app.enter` says,
   * or null when no live session has this token. `along` is asked behind it in the same round trip.
   */
  async enter<T>(
    tokenHash: Buffer,
    touch: boolean,
    along: (work: UnitOfWork) => void = () => undefined,
  ): Promise<{ work: UnitOfWork; found: T | null }> {
    const { work, client } = await this.open();
    try {
      // one message, not two: it has next to nothing to plan, and each answer is a call into the system
      const entering = client.query(
        `begin; select app.enter('\\x${tokenHash.toString('hex')}'::bytea, ${touch ? 'true' : 'false'}) as actor`,
      );
      along(work);
      const answers = (await entering) as unknown as { rows: { actor: T | null }[] }[];
      return { work, found: answers[1]?.rows[0]?.actor ?? null };
    } catch (error) {
      await work.rollback();
      throw error;
    }
  }

  /** Begins a transaction under the given context; whoever asked ends it. For public routes that act for somebody they have recognised. */
  async begin(who: ActingAs): Promise<UnitOfWork> {
    const { work, client } = await this.open();
    try {
      await client.query(`begin; select ${contextOf(who)}`);
      return work;
    } catch (error) {
      await work.rollback();
      throw error;
    }
  }

  /** Runs `act` in a transaction of its own under the given context; commits when it returns. */
  async runAs<T>(who: ActingAs, act: (work: UnitOfWork) => Promise<T>): Promise<T> {
    const work = await this.begin(who);
    try {
      const result = await act(work);
      await work.commit();
      return result;
    } catch (error) {
      await work.rollback();
      throw error;
    }
  }

  /** Whether anybody has an account here yet. Asked before anyone can sign in. */
  async hasAccounts(): Promise<boolean> {
    const rows: { yes: boolean }[] = await this.source.query('select app.has_accounts() as yes');
    return rows[0]?.yes ?? false;
  }

  private async open(): Promise<{ work: UnitOfWork; client: PoolClient }> {
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    if (client.listenerCount('error') === 0) client.on('error', () => undefined); // a killed database ends requests, never the process
    // the transaction is begun in the same round trip as the context: TypeORM is told, not asked
    Object.assign(runner, { isTransactionActive: true });
    return { work: new UnitOfWork(runner, client), client };
  }
}

function contextOf(who: ActingAs): string {
  const settings: Record<string, string> = {
    org_id: who.orgId,
    staff_id: who.staffId ?? '',
    roles: (who.roles ?? []).join(','),
    partner_id: '',
    coordinated_offices: (who.coordinatedOffices ?? []).join(','),
    enquiry_offices: (who.enquiryOffices ?? []).join(','),
    member: who.asMember ? (who.staffId ?? '') : '',
    blocked: '',
  };
  return Object.entries(settings)
    .map(([name, value]) => `set_config('app.${name}', ${escapeLiteral(value)}, true)`)
    .join(', ');
}

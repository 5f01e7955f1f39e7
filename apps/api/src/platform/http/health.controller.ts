import { Controller, Get } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { HealthView } from '@panah/contracts/health.contract';
import { DataSource } from 'typeorm';
import { Public } from '../access/allow';
import { Problem } from '../errors/problem';

@Controller('health')
export class HealthController {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** 200 when the database answers. */
  @Get()
  @Public('for the one who watches over the server; it says nothing but yes')
  async read(): Promise<HealthView> {
    await this.source.query('select 1').catch(() => {
      throw new Problem(503, 'database-away');
    });
    return { status: 'ready' };
  }
}

import { Controller, Get } from '@nestjs/common';
import { HealthDetailsView } from '@panah/contracts/health.contract';
import { Allow } from '../platform/access/allow';
import { HealthService } from './health.service';

/** For those who look after the house. */
@Controller('health')
export class HealthDetailsController {
  constructor(private readonly health: HealthService) {}

  /** When the house was last backed up, when a backup was last brought back, and what is wrong with that. */
  @Get('details')
  @Allow('health:read')
  details(): Promise<HealthDetailsView> {
    return this.health.details();
  }
}

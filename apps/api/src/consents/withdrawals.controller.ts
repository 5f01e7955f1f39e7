import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { HeardWithdrawalInput } from '@panah/contracts/consent-steps.contract';
import { Allow } from '../platform/access/allow';
import { Idempotent } from '../platform/idempotency/idempotent';
import { WithdrawalsService } from './withdrawals.service';

/** R-CO-04: whoever hears it says so. The answer is empty and takes its time, whether there was something to stop or not. */
@Controller('withdrawals')
export class WithdrawalsController {
  constructor(private readonly withdrawals: WithdrawalsService) {}

  @Post()
  @HttpCode(202)
  @Allow('withdrawal:hear')
  @Idempotent('heard')
  async hear(@Body() input: HeardWithdrawalInput): Promise<void> {
    await this.withdrawals.hear(input);
  }
}

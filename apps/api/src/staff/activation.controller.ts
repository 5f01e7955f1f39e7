import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import {
  ActivatedView,
  Activation,
  ActivationCode,
  ActivationView,
  FirstAccount,
  FirstAccountView,
} from '@panah/contracts/account.contract';
import { Public } from '../platform/access/allow';
import { ActivationService } from './activation.service';
import { FirstAccountService } from './first-account.service';

/** Coming in without an account that works yet: a one-time code stands in for it. */
@Controller()
export class ActivationController {
  constructor(
    private readonly activations: ActivationService,
    private readonly first: FirstAccountService,
  ) {}

  @Post('activation/look')
  @HttpCode(200)
  @Public('the one-time code says for whom; without it nothing is told')
  look(@Body() { code }: ActivationCode): Promise<ActivationView> {
    return this.activations.look(code);
  }

  @Post('activation')
  @HttpCode(200)
  @Public('the one-time code says for whom; what it opens waits for a second person')
  activate(@Body() input: Activation): Promise<ActivatedView> {
    return this.activations.activate(input);
  }

  @Post('first-account')
  @Public('an empty house has nobody who could sign in; the code stands on the console of the server')
  makeFirst(@Body() input: FirstAccount): Promise<FirstAccountView> {
    return this.first.make(input);
  }
}

import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { HandingOnInput, HandingOnView } from '@panah/contracts/handing-on.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { HandingOn } from './handing-on.service';

/** What becomes of private notes when their author leaves (R-CN-07). */
@Controller('counselling/:id/handing-on')
export class HandingOnController {
  constructor(private readonly handingOn: HandingOn) {}

  @Get()
  @Allow('counselling:work')
  read(@Param('id', Id) id: string): Promise<HandingOnView> {
    return this.handingOn.read(id);
  }

  @Post()
  @HttpCode(200)
  @Allow('private-note:hand_on')
  @Idempotent('read')
  arrange(@Param('id', Id) id: string, @Body() input: HandingOnInput): Promise<HandingOnView> {
    return this.handingOn.arrange(id, input);
  }

  @Post('end')
  @HttpCode(200)
  @Allow('private-note:take_back')
  @Idempotent('read')
  takeBack(@Param('id', Id) id: string): Promise<HandingOnView> {
    return this.handingOn.takeBack(id);
  }
}

import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { FingerprintInput, PartnerInvitation, PartnerPeopleView, PartnerPersonDigits } from '@panah/contracts/partner-people.contract';
import { PartnerStepInput } from '@panah/contracts/partners.contract';
import { Allow, FreshSignIn } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { PartnerPeopleService } from './partner-people.service';

/** People who sign in for a partner, and the key that it reads with. */
@Controller('partners/:id')
export class PartnerPeopleController {
  constructor(private readonly people: PartnerPeopleService) {}

  @Get('people')
  @Allow('partner:read-people')
  read(@Param('id', Id) id: string): Promise<PartnerPeopleView> {
    return this.people.read(id);
  }

  @Post('people')
  @Allow('partner:invite')
  @Idempotent('read')
  invite(@Param('id', Id) id: string, @Body() input: PartnerInvitation): Promise<PartnerPeopleView> {
    return this.people.invite(id, input);
  }

  @Post('people/:personId/invitation')
  @HttpCode(200)
  @Allow('partner:invite')
  @Idempotent('read')
  inviteAgain(@Param('id', Id) id: string, @Param('personId', Id) personId: string): Promise<PartnerPeopleView> {
    return this.people.inviteAgain(id, personId);
  }

  @Post('people/:personId/confirmation')
  @HttpCode(200)
  @Allow('partner:confirm-person')
  @Idempotent('read')
  confirmPerson(
    @Param('id', Id) id: string,
    @Param('personId', Id) personId: string,
    @Body() { digits }: PartnerPersonDigits,
  ): Promise<PartnerPeopleView> {
    return this.people.confirmPerson(id, personId, digits);
  }

  @Post('people/:personId/end')
  @HttpCode(200)
  @Allow('partner:end-person')
  @Idempotent('read')
  endPerson(
    @Param('id', Id) id: string,
    @Param('personId', Id) personId: string,
    @Body() { reason }: PartnerStepInput,
  ): Promise<PartnerPeopleView> {
    return this.people.endPerson(id, personId, reason);
  }

  @Post('keys/:keyId/confirmation')
  @HttpCode(200)
  @Allow('partner:confirm-key')
  @FreshSignIn()
  @Idempotent('read')
  confirmKey(
    @Param('id', Id) id: string,
    @Param('keyId', Id) keyId: string,
    @Body() { fingerprint }: FingerprintInput,
  ): Promise<PartnerPeopleView> {
    return this.people.confirmKey(id, keyId, fingerprint);
  }

  @Post('keys/:keyId/refusal')
  @HttpCode(200)
  @Allow('partner:refuse-key')
  @FreshSignIn()
  @Idempotent('read')
  refuseKey(
    @Param('id', Id) id: string,
    @Param('keyId', Id) keyId: string,
    @Body() { reason }: PartnerStepInput,
  ): Promise<PartnerPeopleView> {
    return this.people.refuseKey(id, keyId, reason);
  }
}

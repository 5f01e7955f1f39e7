import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { AccountView, LanguageInput, PasswordInput, RecoveryCodesView, TieAnswer } from '@panah/contracts/account.contract';
import { Allow, FreshSignIn } from '../platform/access/allow';
import { AccountService } from './account.service';

/** One's own account. */
@Controller('account')
export class AccountController {
  constructor(private readonly account: AccountService) {}

  @Get()
  @Allow('account:read')
  read(): Promise<AccountView> {
    return this.account.read();
  }

  @Post('language')
  @HttpCode(200)
  @Allow('account:change')
  setLanguage(@Body() { language }: LanguageInput): Promise<AccountView> {
    return this.account.setLanguage(language);
  }

  @Post('password')
  @HttpCode(200)
  @Allow('account:change')
  @FreshSignIn()
  setPassword(@Body() { newPassword }: PasswordInput): Promise<AccountView> {
    return this.account.setPassword(newPassword);
  }

  @Post('recovery-codes')
  @HttpCode(200)
  @Allow('account:change')
  @FreshSignIn()
  renewRecoveryCodes(): Promise<RecoveryCodesView> {
    return this.account.renewRecoveryCodes();
  }

  @Post('tie')
  @HttpCode(200)
  @Allow('account:declare-tie')
  answerTie(@Body() input: TieAnswer): Promise<AccountView> {
    return this.account.answerTie(input);
  }
}

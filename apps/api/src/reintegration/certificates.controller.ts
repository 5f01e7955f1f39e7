import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CertificateInput, CertificateListView, CertificateView } from '@panah/contracts/reintegration.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { CertificatesService } from './certificates.service';

@Controller()
export class CertificatesController {
  constructor(private readonly certificates: CertificatesService) {}

  @Get('cases/:id/certificates')
  @Allow('certificate:read')
  list(@Param('id', Id) caseId: string): Promise<CertificateListView> {
    return this.certificates.list(caseId);
  }

  @Post('cases/:id/certificates')
  @Allow('certificate:issue')
  @Idempotent('read')
  issue(@Param('id', Id) caseId: string, @Body() input: CertificateInput): Promise<CertificateView> {
    return this.certificates.issue(caseId, input);
  }

  @Get('certificates/:id')
  @Allow('certificate:read')
  read(@Param('id', Id) id: string): Promise<CertificateView> {
    return this.certificates.read(id);
  }
}

import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import {
  capacityCheck,
  consentDecision,
  consentMethod,
  consentPurpose,
  consentScope,
  freeChoiceCheck,
  interpreterKind,
} from '@panah/domain/vocabulary/consents';
import { LANGUAGES } from '@panah/domain/vocabulary/languages';
import { RecipientInput, RecipientView, WithheldInput, WithheldView } from './consent-scope.contract';

/** How a yes was given: by whom it was interpreted, who was there, whether the person could decide. */
export class ConsentGiving {
  @IsOptional()
  @IsIn(consentMethod.codes)
  method?: string | null;

  @IsOptional()
  @IsIn(capacityCheck.codes)
  capacity?: string | null;

  @IsOptional()
  @IsIn(freeChoiceCheck.codes)
  freeChoice?: string | null;

  /** Where the signed paper or the recording lies. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  evidence?: string | null;

  /** A document of the same file that shows it: the signed form, the recording. */
  @IsOptional()
  @IsUUID()
  documentId?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  witness?: string | null;

  /** Supporter, guardian or representative. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  supporter?: string | null;

  /** The day it was given; today unless said. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  givenOn?: string | null;

  /** Sooner than the purpose would end it. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  expiresOn?: string | null;
}

/** Through whom it was said. */
class ConsentInterpreted extends ConsentGiving {
  @IsOptional()
  @IsIn(interpreterKind.codes)
  interpreterKind?: string | null;

  @IsOptional()
  @IsUUID()
  interpreterId?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  interpreterName?: string | null;
}

/** In which language it was explained. */
export class ConsentExplained extends ConsentInterpreted {
  @IsIn(LANGUAGES)
  language: string;
}

/** What was said when it was explained. */
export class ConsentSaid extends ConsentExplained {
  @IsIn(consentDecision.codes)
  decision: string;

  /** Left out: what is usual for the purpose. */
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(consentScope.codes, { each: true })
  scope?: string[] | null;
}

export class ConsentInput extends ConsentSaid {
  @IsIn(consentPurpose.codes)
  purpose: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => RecipientInput)
  recipients?: RecipientInput[] | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => WithheldInput)
  withheld?: WithheldInput[] | null;
}

/** The answer to what was explained earlier; through whoever interpreted then, unless it names another, or nobody (null). */
export class ConsentDecisionInput extends ConsentInterpreted {
  @IsIn(['GIVEN', 'REFUSED'])
  decision: string;
}

export class ConsentPersonView {
  id: string;
  name: string;
}

export class InterpreterView {
  kind: string;
  /** Of a colleague. */
  id: string | null;
  name: string;
}

export class ConsentEventView {
  action: string;
  state: string;
  at: string;
  /** Null for the clock. */
  by: ConsentPersonView | null;
  how: string | null;
  doubt: string | null;
  effectsExplained: boolean | null;
}

/** The document that shows what was said. */
export class ConsentDocumentView {
  id: string;
  /** Null where the reader does not come to documents of its kind. */
  title: string | null;
  kind: string | null;
}

/** What only the one who works with this purpose reads. */
export class ConsentDetailsView {
  scope: string[];
  recipients: RecipientView[];
  /** Partners who bear the name of a recipient: the consent names somebody else, and does not cover them. */
  partnersOfThisName: RecipientView[];
  withheld: WithheldView[];
  language: string;
  explainedBy: ConsentPersonView | null;
  interpreter: InterpreterView | null;
  method: string | null;
  capacity: string | null;
  freeChoice: string | null;
  evidence: string | null;
  document: ConsentDocumentView | null;
  witness: string | null;
  supporter: string | null;
  history: ConsentEventView[];
}

export class ImpossibleView {
  service: string;
  reasonEn: string;
  reasonFa: string;
}

export class ConsentView {
  id: string;
  caseId: string;
  purpose: string;
  state: string;
  recordedAt: string;
  givenAt: string | null;
  expiresAt: string | null;
  /** When a single use was made. */
  usedAt: string | null;
  /** 30 or 7 while the end is near. */
  endsWithinDays: number | null;
  details: ConsentDetailsView | null;
  /** The one service that is impossible without it, when it does not hold (R-CO-07). */
  impossible: ImpossibleView | null;
  actions: string[];
}

export class PurposeView {
  purpose: string;
  scope: string[];
  usual: string[];
  needsRecipient: boolean;
  months: number | null;
}

export class ConsentsView {
  /** The case. */
  id: string;
  items: ConsentView[];
  /** What the reader may record. */
  purposes: PurposeView[];
  /** Languages the client speaks, the first first. */
  languages: string[];
  interpreterNeeded: boolean;
  /** Colleagues who may interpret. */
  interpreters: ConsentPersonView[];
  partners: RecipientView[];
  actions: string[];
}

import { IsBoolean, IsIn, IsISO8601, IsString, IsUUID, Length, Matches } from 'class-validator';
import { incidentSeverity, sourceConfidence } from '@panah/domain/vocabulary/incidents';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class IncidentAssessmentInput {
  @IsIn(incidentSeverity.codes)
  severity: string;

  @IsIn(sourceConfidence.codes)
  confidence: string;
}

export class IncidentActionInput {
  @IsString()
  @Length(2, 500)
  text: string;

  @IsUUID()
  ownerId: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  dueOn: string;
}

/** Which of the things to do is done. */
export class IncidentActionDoneInput {
  @IsUUID()
  actionId: string;
}

export class IncidentMonitoringInput {
  @Matches(DAY)
  @IsISO8601({ strict: true })
  reviewOn: string;
}

export class IncidentClosureInput {
  @IsBoolean()
  clientInformed: boolean;

  /** What is learned from it. */
  @IsString()
  @Length(3, 4000)
  words: string;
}

export class IncidentReopeningInput {
  @IsString()
  @Length(3, 2000)
  words: string;
}

import { listed } from '../platform/text/listed';

const TOLD: Readonly<Record<string, string>> = {
  PLACE: $localize`:@@familyMessages.toldPlace:the place`,
  CAMERA: $localize`:@@familyMessages.toldCamera:the camera`,
  DESCRIPTION: $localize`:@@familyMessages.toldDescription:a description`,
  TIME: $localize`:@@familyMessages.toldTime:the time`,
  AUTHOR: $localize`:@@familyMessages.toldAuthor:who made it`,
  PROGRAM: $localize`:@@familyMessages.toldProgram:a program`,
  HIDDEN_BYTES: $localize`:@@familyMessages.toldHidden:hidden bytes`,
  FILE_NAME: $localize`:@@familyMessages.toldName:its name`,
};

/** What a picture tells besides what it shows, in words. */
export const toldWords = (codes: readonly string[]): string => listed(codes.map((code) => TOLD[code] ?? code));

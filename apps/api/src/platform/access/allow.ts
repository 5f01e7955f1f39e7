import { SetMetadata } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';

export const ALLOW = 'panah:allow';
export const PUBLIC = 'panah:public';
export const FRESH = 'panah:fresh';

/** The word of the access table that opens this route. Every route has one, or is public by name. */
export const Allow = (word: Word): MethodDecorator => SetMetadata(ALLOW, word);

/** Open without a session. The reason is read in review; the boot check holds the list short. */
export const Public = (reason: string): MethodDecorator => SetMetadata(PUBLIC, reason);

/** The sign-in must be at most five minutes old (R-AC-03, location). */
export const FreshSignIn = (): MethodDecorator => SetMetadata(FRESH, true);

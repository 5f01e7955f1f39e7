import { SetMetadata } from '@nestjs/common';

export const IDEMPOTENT = 'panah:idempotent';

/**
 * A POST that creates or sends. It takes an `Idempotency-Key`; a repeat with the same body has no second effect
 * and is answered by `reread`, the controller's own GET method, within the reach the caller has by then.
 */
export const Idempotent = (reread: string): MethodDecorator => SetMetadata(IDEMPOTENT, reread);

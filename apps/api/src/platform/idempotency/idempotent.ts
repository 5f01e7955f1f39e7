import { SetMetadata } from '@nestjs/common';

export const IDEMPOTENT = 'panah:idempotent';
export const LEAVES_NO_RECORD = 'panah:leaves-no-record';

/**
 * A POST that creates or sends. It takes an `Idempotency-Key`; a repeat with the same body has no second effect
 * and is answered by `reread`, the controller's own GET method, within the reach the caller has by then.
 */
export const Idempotent = (reread: string): MethodDecorator => SetMetadata(IDEMPOTENT, reread);

/** As `Idempotent`, for what its sender may not read again: `again`, a method of the controller, answers a repeat from what was sent, which is what was sent before. */
export const IdempotentUnread =
  (again: string): MethodDecorator =>
  (target, name, descriptor) => {
    SetMetadata(IDEMPOTENT, again)(target, name, descriptor);
    SetMetadata(LEAVES_NO_RECORD, true)(target, name, descriptor);
  };

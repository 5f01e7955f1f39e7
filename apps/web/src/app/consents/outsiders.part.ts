import { recipientKind } from '@panah/domain/vocabulary/consents';
import { choicesOf } from '../platform/form/choices';

/** What somebody outside may be who is written by name; a partner is chosen, never written. */
export const outsiderKinds = () => choicesOf(recipientKind).filter(({ code }) => code !== 'PARTNER');

import { everyKind } from './rules.ts';
import { kinds } from '#activities/kinds.ts';
import { hands } from '../support/test-kind.tsx';

// The last one is a kind that only this test knows: one more in the list is all that a kind needs.
everyKind([...kinds, hands]);

import { expect, test } from 'vitest';
import { findKind, kinds } from '#activities/kinds.ts';
import { replayAll } from '#workshop/replay.ts';
import { entriesOf } from '../support/hub-workshops.ts';
import { saidOnes } from '#screens/office/keeping/said-ones.ts';

test('the name that somebody gave stands beside their pledge, so that they are found by it', () => {
  const [example] = kinds.find(({ name }) => name === 'pledges')?.examples ?? [];
  const changes = [
    { type: 'pledged', text: 'I will ask Cy', symbol: '', named: 'first-name', name: 'Bo', lookAgain: '' },
  ];
  const entries = entriesOf({ activities: [{ kind: 'pledges', setup: example?.setup, changes }] });
  const [pledge] = saidOnes(replayAll(entries, findKind), entries);
  expect(pledge?.row).toMatchObject({ phrase: { plain: 'I will ask Cy' }, quiet: { plain: 'Bo' } });
});

import { expect, test } from 'vitest';
import { makeFollowers } from './followers.ts';

const news = { workshop: 'a workshop', cursor: 1 };

test('who follows is told in the order of telling', () => {
  const followers = makeFollowers<object>();
  const one = followers.add('one', {});
  one?.say(news);
  one?.beat();
  one?.say({ ...news, cursor: 2 });
  const text = String(one?.stream.read());
  expect(text.match(/^data: .*$/gm)).toEqual([
    'data: {"workshop":"a workshop","cursor":1}',
    'data: {"workshop":"a workshop","cursor":2}',
  ]);
});

test('one who does not read is let go, and the others are told', () => {
  const followers = makeFollowers<object>();
  const slow = followers.add('slow', {});
  const other = followers.add('other', {});
  for (let times = 0; times < 2000; times += 1) {
    for (const { say } of followers.all()) say(news);
    other?.stream.read();
  }
  expect([slow?.stream.destroyed, other?.stream.destroyed]).toEqual([true, false]);
});

test('one whose line was ended is told nothing more, and its end is a proper one', async () => {
  const follower = makeFollowers<object>().add('one', {});
  let failed = false;
  follower?.stream.on('error', () => (failed = true));
  follower?.end();
  follower?.say(news);
  follower?.end();
  follower?.stream.resume();
  await new Promise((done) => follower?.stream.once('close', done));
  expect(failed).toBe(false);
});

test('who follows often ends the oldest of their own lines, and nobody takes all there are', async () => {
  const followers = makeFollowers<object>();
  const [first] = Array.from({ length: 9 }, () => followers.add('one', {}));
  first?.stream.resume();
  await new Promise((done) => first?.stream.once('close', done));
  expect(followers.all()).toHaveLength(8);
  for (let count = 0; count < 2000; count += 1) followers.add(`another ${count}`, {});
  expect(followers.all()).toHaveLength(1000);
  expect(followers.add('one too many', {})).toBeUndefined();
  expect(followers.add('one', {})).toBeDefined();
});

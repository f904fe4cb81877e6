import type { BrowserContext } from 'playwright-core';
import type { Entry } from '#workshop/entry.ts';
import { aBoard, aPoll, entriesOf } from './hub-workshops.ts';
import { startOwnHub, type As, type OwnHub } from './own-hub.ts';
import { distFolder } from './server.ts';

export type Office = OwnHub & {
  /** Tablets hand these in. */
  handIn: (as: As, entries: readonly Entry[]) => Promise<void>;
  /** A browser becomes one in which an organiser is signed in. */
  signIn: (context: BrowserContext) => Promise<void>;
};

/** A hub that hands out the app as it is built, for browsers of the office. */
export async function startOffice(): Promise<Office> {
  const hub = await startOwnHub({ dist: distFolder() });
  return {
    ...hub,
    async handIn(as, entries) {
      const { status, text } = await hub.ask('/v1/entries', { method: 'POST', as, body: { entries } });
      if (status !== 200) throw new Error(`Not handed in: ${text}`);
    },
    async signIn(context) {
      const { cookie = '' } = await hub.account('organiser');
      const [name = '', value = ''] = cookie.split('=');
      await context.addCookies([{ name, value, url: hub.url, httpOnly: true, sameSite: 'Strict' }]);
    },
  };
}

/** What an office has after some weeks: workshops in every state, of three tablets, one of which was disconnected. */
export async function fillOffice(office: Office): Promise<void> {
  const [blue, green, lost] = [
    await office.tablet('The blue tablet'),
    await office.tablet('Green tablet'),
    await office.tablet('Library tablet 3'),
  ];
  const about = (id: string, title: string, date: string, where: string) => ({ id, title, date, where });
  await office.handIn(
    blue.as,
    entriesOf({
      ...about('acomb', 'Having our say', '2030-03-05', 'Acomb Hall'),
      activities: [
        aPoll('What makes it hard to join in?', 7, 5),
        aBoard('What would help?', [
          'The bus should come on Sundays too.',
          'A map with pictures. The map on the bus stop is too small to read.',
          'Somebody to meet me at the door',
        ]),
      ],
    }),
  );
  await office.handIn(
    green.as,
    entriesOf({
      ...about('library', 'Listening Space at the library', '2030-02-12', 'York Explore Library'),
      here: 31,
      activities: [
        aPoll('What makes it hard to join in?', 20, 9),
        aBoard('What works well?', ['The quiet room']),
      ],
    }),
  );
  await office.handIn(
    green.as,
    entriesOf({
      ...about('charter', 'Our charter: day 2 of 3', '2030-03-12', 'Runcorn Town Hall'),
      finished: false,
      activities: [aBoard('What must be in it?', [])],
    }),
  );
  await office.ask('/v1/tablet/state', {
    method: 'POST',
    as: blue.as,
    body: { unsent: 0, version: '0.5.0' },
  });
  await office.ask('/v1/tablet/state', {
    method: 'POST',
    as: green.as,
    body: { unsent: 14, version: '0.4.2' },
  });
  await office.handIn(
    lost.as,
    entriesOf({ ...about('coffee', 'Coffee morning', '2029-11-02', 'Acomb Hall'), here: 6 }),
  );
  await office.ask(`/v1/tablets/${lost.id}/revoke`, {
    method: 'POST',
    as: await office.account('organiser'),
    body: {},
  });
  const late = entriesOf({ id: 'late', title: 'Written later' }).slice(0, 3);
  await office.ask('/v1/entries', { method: 'POST', as: lost.as, body: { entries: late } });
}

import { shareWorkshop } from '#wire/entries.ts';
import * as wire from '#wire/tablets.ts';
import type { Hub } from '../hub.ts';
import { idOf } from '../server/who.ts';
import { aboutHub } from '../store/epoch.ts';
import { ALL, give, mustReach } from './access.ts';
import { decide } from './held.ts';
import { keepState, listTablets, rememberSeen, revoke } from './list.ts';
import { openPairing, pairTablet } from './pairing.ts';

/** Tablets: how one is let in, what it says of itself, and what the office decides about it. */
export function tabletsArea({ app, database, serve, version, name }: Hub): void {
  const about = async () => {
    const { epoch, name: kept } = await aboutHub(database);
    return { epoch, name: kept || name };
  };
  const seen = rememberSeen(database);
  app.addHook('onResponse', async ({ who }, { statusCode }) => {
    if (who.kind === 'tablet' && statusCode < 400) seen(who.id);
  });

  serve(wire.aboutHub, async () => ({ ...(await about()), version }));

  serve(wire.startPairing, async ({ who }) => {
    const { secret, code } = await openPairing(database, who);
    return { secret, code, seconds: wire.PAIRING_SECONDS };
  });

  serve(wire.pair, async ({ body }) => {
    const { token, id } = await pairTablet(database, body);
    return { token, tablet: { id, name: body.name }, hub: await about() };
  });

  serve(wire.ownTablet, async ({ who }) => {
    const { epoch } = await about();
    return { id: idOf(who), name: who.kind === 'nobody' ? '' : who.name, epoch };
  });

  serve(wire.sayState, async ({ who, body }) => {
    await keepState(database, idOf(who), body);
    return {};
  });

  serve(wire.listTablets, async () => ({ tablets: await listTablets(database) }));

  serve(wire.revokeTablet, async ({ params, who }) => {
    await revoke(database, params.tablet, who);
    return {};
  });

  serve(wire.decideHeld, async ({ params, body, who }) => ({
    entries: await decide(database, params.tablet, body.keep, who),
  }));

  serve(shareWorkshop, async ({ params, who, body }) => {
    await mustReach(database, who, params.workshop);
    await give(database, params.workshop, body.all ? [ALL] : body.tablets, who);
    return {};
  });
}

import type { RouteObject } from 'react-router';
import { useHealth } from '#journal/health.ts';
import { readMarker } from '#journal/marker.ts';
import { probeStores } from '#journal/probe.ts';
import { hasPin } from '#kiosk/pin.ts';
import { askIfAllKept } from '#service-worker-client.ts';
import { dayInWords, today } from '#words/days.ts';
import type { Replay } from '#workshop/replay.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { isInstalled, useInstall } from '../install.ts';
import { askToKeep, promisedNow } from '../storage.ts';
import { useVersion } from '../version.ts';
import { newerParts, openParts, openScreens } from './screens.ts';
import { say } from './words.ts';

/** What one check came to: `todo` has to be put right, `unknown` is for a person to look at. */
export type State = 'good' | 'todo' | 'unknown';
export type Result = { state: State; found: Phrase; go?: '/settings' | '/' };

/** What the checks are about: all screens, and one workshop or every kind of part. */
export type About = { routes: readonly RouteObject[]; replay: Replay | undefined; kept: number };

const names = [
  'screens',
  'offline',
  'letters',
  'stores',
  'whole',
  'promise',
  'room',
  'battery',
  'version',
  'pin',
  'file',
  'installed',
] as const;
export type Name = (typeof names)[number];

const good = (found: Phrase): Result => ({ state: 'good', found });
const todo = (found: Phrase, go?: '/settings' | '/'): Result => ({
  state: 'todo',
  found,
  ...(go ? { go } : {}),
});
const unknown = (found: Phrase): Result => ({ state: 'unknown', found });

const MB = 1_000_000;
const ENOUGH_ROOM_MB = 1000;
const ENOUGH_BATTERY = 60;
const MOST_MS = 30_000;

const asked: Record<Name, (about: About) => Promise<Result>> = {
  async screens({ routes, replay }) {
    await openScreens(routes);
    await openParts(replay);
    const newer = replay ? newerParts(replay) : 0;
    if (newer > 0) return todo(say('screensNewer', { count: newer }), '/settings');
    return good(say(replay ? 'screensHere' : 'screensAll'));
  },
  async offline() {
    const told = await askIfAllKept();
    if (!told) return todo(say('offlineNot'));
    const { files, missing, mended } = told;
    if (missing > 0) return todo(say('offlineMissing', { count: missing }));
    return good(mended > 0 ? say('offlineMended', { count: mended }) : say('offlineAll', { count: files }));
  },
  async letters() {
    const faces = await Promise.allSettled([...document.fonts].map((face) => face.load()));
    const all = faces.length > 0 && faces.every(({ status }) => status === 'fulfilled');
    return all ? good(say('lettersAll')) : todo(say('lettersNot'));
  },
  async stores() {
    const { database, log } = await probeStores();
    if (database && log) return good(say('storesBoth'));
    return todo(say(database || log ? 'storesOne' : 'storesNone'));
  },
  async whole() {
    const { state, missing, checked } = useHealth.getState();
    if (state === 'gap' || state === 'lost') return todo(say('wholeNot', { count: missing }), '/');
    return checked ? good(say('wholeAll')) : unknown(say('wholeUnknown'));
  },
  async promise() {
    await askToKeep();
    const promised = promisedNow();
    if (promised === 'kept') return good(say('promiseKept'));
    return promised === 'unknown' ? unknown(say('promiseUnknown')) : todo(say('promiseNot'), '/settings');
  },
  async room() {
    const { quota, usage } = await navigator.storage.estimate();
    if (quota === undefined || usage === undefined) return unknown(say('roomUnknown'));
    const free = Math.floor((quota - usage) / MB);
    if (free < ENOUGH_ROOM_MB) return todo(say('roomLittle', { count: Math.max(0, free) }));
    return good(say('roomEnough', { count: Math.floor(free / 1000) }));
  },
  async battery() {
    const battery = await batteryOf(navigator);
    if (!battery) return unknown(say('batteryUnknown'));
    const left = Math.round(battery.level * 100);
    if (battery.charging) return good(say('batteryCharging', { count: left }));
    return left >= ENOUGH_BATTERY
      ? good(say('batteryGood', { count: left }))
      : todo(say('batteryLow', { count: left }));
  },
  async version() {
    const { state } = useVersion.getState();
    const version = __APP_VERSION__;
    if (state === 'new-version-waiting' || state === 'older-window')
      return todo(say('versionWaits', { version }), '/settings');
    if (state !== 'ready-offline') return unknown(say('versionUnknown', { version }));
    return navigator.onLine
      ? good(say('versionNewest', { version }))
      : unknown(say('versionOffline', { version }));
  },
  async pin() {
    return (await hasPin()) ? good(say('pinSet')) : todo(say('pinNot'), '/settings');
  },
  async file({ kept }) {
    const { file } = readMarker();
    if (file) return good(say('fileLast', { name: file.name, day: dayInWords(today(new Date(file.at))) }));
    return kept > 0 ? todo(say('fileNone'), '/') : good(say('fileNothing'));
  },
  async installed() {
    if (isInstalled()) return good(say('installedYes'));
    // Only Safari on a tablet or phone has this, and it is Safari that clears what nobody opened for 7 days.
    if ('standalone' in navigator) return todo(say('installedNotSafari'), '/settings');
    const canBe = useInstall.getState().offer !== null;
    return canBe ? todo(say('installedNot'), '/settings') : unknown(say('installedUnknown'));
  },
};

/** Every check that needs nobody, in the order in which they are made. */
export const checks: readonly Name[] = names;

/** Makes one check. What breaks or never ends is something to do, not something to wait for. */
export async function make(name: Name, about: About): Promise<Result> {
  const late = new Promise<Result>((over) => setTimeout(() => over(todo(say('tookTooLong'))), MOST_MS));
  const found = asked[name](about).catch(() => todo(say('broke')));
  return Promise.race([found, late]);
}

type Battery = { level: number; charging: boolean };
type HasBattery = { getBattery(): Promise<Battery> };

/** Only some browsers tell. */
async function batteryOf(from: object): Promise<Battery | undefined> {
  return hasBattery(from) ? from.getBattery().catch(() => undefined) : undefined;
}

const hasBattery = (from: object): from is HasBattery =>
  'getBattery' in from && typeof from.getBattery === 'function';

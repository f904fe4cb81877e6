import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { startAgain, type Tablet } from './browser.ts';
import { waitUntilOnDisk } from './profile.ts';
import type { Hub } from './server.ts';
import { foot, handsOn, type Hands, type Step } from './turns.ts';

export type Turn = {
  /** The ways that this person chooses, by the words on their tiles. */
  ways?: readonly string[];
  answer: readonly Step[];
  help?: RegExp;
  by?: 'keys' | 'taps';
};

export type File = { name: string; text: string };

/** A workshop rehearsed on a tablet, told in the words of whoever leads one. */
export type Rehearsal = ReturnType<typeof rehearse>;

/** Everything is found by its role and name, as a person finds it. */
export function rehearse(start: Tablet, hub: Pick<Hub, 'url'>) {
  let tablet = start;
  let id = '';
  const page = (): Page => tablet.page;
  const button = (name: string | RegExp): Locator => page().getByRole('button', { name });
  const inDialog = (name: string | RegExp): Locator =>
    page().getByRole('dialog').getByRole('button', { name });
  const hands = (by: 'keys' | 'taps' = 'keys'): Hands => handsOn(page(), by);
  const press = (which: Locator): Promise<void> => hands().press(which);
  const heading = (name: string | RegExp): Locator => page().getByRole('heading', { level: 1, name });
  const myTurn = (): Locator => button(/it is my turn/i);
  const open = async (screen: string): Promise<void> => {
    await page().goto(`${hub.url}/workshop/${id}/${screen}`);
    await page().getByRole('heading', { level: 1 }).waitFor();
  };

  const takeUp = async (turn: Turn): Promise<Hands> => {
    const mine = hands(turn.by);
    await mine.press(myTurn());
    await heading(/how do you want it/i).waitFor();
    for (const way of turn.ways ?? [])
      await mine.press(page().getByRole('main').getByRole('button', { name: way }));
    await mine.press(foot(page()).getByRole('button', { name: /this is good/i }));
    for (const step of turn.answer) await step(mine);
    return mine;
  };
  const atCheck = (): Promise<void> => heading(/is this what you want to say|is this right/i).waitFor();
  const hasShown = (): Locator =>
    foot(page()).getByRole('button', { name: /^(Hide the answers|Open it again)$/ });
  const saved = async (which: Locator): Promise<File> => {
    const coming = page().waitForEvent('download');
    await press(which);
    const download = await coming;
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  };

  return {
    page,
    tablet: () => tablet,
    /** The workshop's id, from its address. */
    id: () => id,
    button,
    press,
    open,
    heading: () => page().getByRole('heading', { level: 1 }).innerText(),

    /** Goes on with a workshop that is on this tablet already. */
    takeOver(workshop: string): void {
      id = workshop;
    },
    async makeWorkshop(template: string | RegExp): Promise<void> {
      await page().goto(hub.url);
      await press(button(/^New workshop/).first());
      await press(button(template));
      await press(button('Make this workshop'));
      await page().waitForURL(/\/prepare$/);
      id = /workshop\/([^/]+)/.exec(page().url())?.[1] ?? '';
    },
    /** Connects this tablet to the office, by the link that its square code holds. */
    async connect(secret: string, name: string): Promise<void> {
      await page().goto(`${hub.url}/pair#${secret}`);
      await page().getByLabel('Name of this tablet').fill(name);
      await press(button('Connect to the office'));
      await heading(/is connected/).waitFor();
    },
    async start(people: number): Promise<void> {
      await open('lead');
      await page().getByLabel('People here').fill(String(people));
      await press(button('Start the workshop'));
      await button(/^Next|^Finish/)
        .first()
        .waitFor();
    },
    /** Goes on to the next part, and tells what it is called. */
    async next(): Promise<string> {
      const on = foot(page()).getByRole('button', { name: /^Next: / });
      const name = (await on.innerText()).replace(/^Next: /, '').trim();
      await press(on);
      await heading(name).waitFor();
      return name;
    },

    /** Goes on to the part of this name. */
    async nextUpTo(name: string): Promise<void> {
      while ((await this.next()) !== name);
    },

    async handRound(): Promise<void> {
      await press(button(/hand round/i));
      const without = inDialog('Go on without');
      await myTurn().or(without).first().waitFor();
      if ((await without.count()) > 0) await press(without);
      await myTurn().waitFor();
    },
    /** One person's whole turn, from one curtain to the next. */
    async takeTurn(turn: Turn): Promise<void> {
      const mine = await takeUp(turn);
      await atCheck();
      if (turn.help) await mine.press(button(turn.help));
      await mine.press(foot(page()).getByRole('button', { name: 'Done' }));
      await page().getByRole('main').getByText('Done. Your answer is saved.').waitFor();
    },
    /** A turn up to where it is broken off. */
    async beginTurn(turn: Turn): Promise<void> {
      await takeUp(turn);
    },
    /** A turn up to the check, with all that was said safe on the disk. */
    async turnToCheck(turn: Turn): Promise<void> {
      await takeUp(turn);
      await atCheck();
      await waitUntilOnDisk(tablet, '"stage":"check"');
    },
    /** Goes on where somebody's half-made answer stands, to the curtain. */
    async finishTurn(...rest: Step[]): Promise<void> {
      const mine = hands();
      for (const step of rest) await step(mine);
      await atCheck();
      await mine.press(foot(page()).getByRole('button', { name: 'Done' }));
      await page().getByRole('main').getByText('Done. Your answer is saved.').waitFor();
    },
    /** A turn that somebody would rather not take. */
    async pass(turn: Partial<Turn> = {}): Promise<void> {
      const mine = await takeUp({ answer: [], ...turn });
      await mine.press(foot(page()).getByRole('button', { name: 'Skip' }));
      await page()
        .getByRole('main')
        .getByText(/^Done. You skipped/)
        .waitFor();
    },
    async backToLead(pin = ''): Promise<void> {
      await press(button('For the leader'));
      if (pin !== '') await this.tryPin(pin);
      await page().waitForURL(/\/lead$/);
      await page().getByRole('heading', { level: 1 }).waitFor();
    },

    async tryPin(pin: string): Promise<void> {
      await page()
        .getByLabel(/6 numbers of the PIN/)
        .fill(pin);
      await press(button('Open'));
    },
    /** Sets the PIN of this tablet, and gives the recovery code. */
    async setPin(pin: string): Promise<string> {
      await page().goto(`${hub.url}/settings`);
      await page().getByLabel('Choose 6 numbers').fill(pin);
      await press(button('Use this PIN'));
      const code = page().locator('p').filter({ hasText: 'Recovery code' });
      return (await code.locator('b').innerText()).trim();
    },

    /** Shows the answers, if there are any that are hidden. */
    async show(): Promise<void> {
      const showing = foot(page()).getByRole('button', { name: 'Show the answers' });
      if ((await showing.count()) === 0) return;
      await press(showing);
      const sure = inDialog('Show the answers');
      await hasShown().or(sure).first().waitFor();
      if ((await sure.count()) > 0) await press(sure);
      await hasShown().waitFor();
    },
    async finish(): Promise<void> {
      const atEnd = foot(page()).getByRole('button', { name: 'Finish' });
      if ((await atEnd.count()) > 0) await press(atEnd);
      else {
        // Before the end of the agenda it is behind More.
        await press(foot(page()).getByRole('button', { name: /^More/ }));
        await press(inDialog('Finish'));
      }
      await press(inDialog('Finish the workshop'));
      await page().waitForURL(/\/report$/);
    },

    /** The words of the report, as it stands on paper in one of its formats. */
    async report(format: 'Standard' | 'Easy Read' | 'Large print' = 'Standard'): Promise<string> {
      if (!page().url().endsWith('/report')) await open('report');
      await press(page().getByRole('main').getByRole('button', { name: format, exact: true }));
      return page().getByRole('article').innerText();
    },
    reportAsTable: () => saved(button(/\(CSV\)/)),
    reportAsJson: () => saved(button(/\(JSON\)/)),
    async workshopFile(): Promise<File> {
      await page().goto(hub.url);
      await press(button(/^More/).first());
      await press(inDialog('Save a copy of it all'));
      const file = await saved(inDialog('Save the file'));
      await page().getByRole('dialog').getByText('The copy is saved.').waitFor();
      await press(inDialog('Close'));
      return file;
    },
    /** Hands a file to the first screen, which must be open, and waits for nothing. */
    async chooseFile({ name, text }: File): Promise<void> {
      const choosing = page().waitForEvent('filechooser');
      await press(button('Bring in a file'));
      await (await choosing).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    },
    saved,
    inDialog,
    /** Brings in a file, and gives the sentence that says what became of it. */
    async bringIn(file: File): Promise<string> {
      if (new URL(page().url()).pathname !== '/') await page().goto(hub.url);
      const choosing = page().waitForEvent('filechooser');
      await press(button('Bring in a file'));
      const { name } = file;
      const told = page().getByRole('status');
      const before = await told.textContent();
      await (await choosing).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(file.text) });
      while ((await told.textContent()) === before) await page().waitForTimeout(50);
      return (await told.innerText()).trim();
    },

    /** The browser is killed, started again, and opened at the first screen. */
    async crash(): Promise<void> {
      await tablet.killHard();
      tablet = await startAgain(tablet);
      await page().goto(hub.url);
      await page().getByRole('heading', { level: 1 }).waitFor();
    },
  };
}

import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stopSpeaking, useSpeech } from '#access/speech.ts';
import { changeWays, standardWays, useWays } from '#access/ways.ts';
import { asSaid } from '#workshop/phrase.ts';
import { doubleTheVoice, heardSoFar, type DoubleSettings } from './support/voice-double.ts';
import { Button } from '#ui/Button.tsx';
import { loadSheet } from '#ui/Dialog.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Status } from '#ui/Status.tsx';
import { SoundsContext } from '#ui/speech/sounds.ts';
import { loadReading } from '#ui/useReading.ts';

beforeEach(async () => {
  await Promise.all([loadSheet(), loadReading()]);
  useWays.setState({ tablet: standardWays, person: null });
});
afterEach(() => {
  vi.useRealTimers();
  stopSpeaking();
});

function show(settings: DoubleSettings = {}, sounds: Record<string, string> = {}) {
  doubleTheVoice(settings);
  const find = (text: string) => sounds[text];
  return render(
    <SoundsContext value={find}>
      <Frame
        title={asSaid('Tea')}
        help={[asSaid('Tap a picture.')]}
        onStop={() => {}}
        step={1}
        done={<Button phrase={asSaid('Done')} onPress={() => {}} />}
      >
        <h1>Would you like tea? Choose one.</h1>
        <label>
          <input type="radio" name="tea" /> <span>Yes, please</span>
        </label>
        <p data-own>You said: no</p>
        <textarea aria-label="Why" defaultValue="I like it" />
      </Frame>
      <Status />
    </SoundsContext>,
  );
}
const texts = () => heardSoFar().map(({ text }) => text);
const read = () => fireEvent.click(screen.getByRole('button', { name: 'Read to me' }));
const silent = () => waitFor(() => expect(useSpeech.getState().state).toBe('silent'));

test('a tap reads the question, each answer and every button, sentence by sentence, slowly', async () => {
  show();
  read();
  // The first words come within the tap itself: iPads speak no other way.
  expect(texts()).toEqual(['Would you like tea?']);
  await silent();
  expect(texts()).toEqual([
    'Would you like tea?',
    'Choose one.',
    'Yes, please',
    'You said: no',
    'I like it',
    'Done',
    'Help',
    'Stop',
    'How I want it',
  ]);
  expect(heardSoFar().every(({ rate }) => rate === 0.85)).toBe(true);
});

test('what is being read is marked, and nothing is once it has ended or was stopped', async () => {
  const { container } = show({ ms: 60 });
  const marked = () => [...container.querySelectorAll('.is-read')].map((one) => one.textContent?.trim());
  read();
  expect(marked()).toEqual(['Would you like tea? Choose one.']);
  await waitFor(() => expect(marked()).toEqual(['Yes, please']));
  fireEvent.click(screen.getByRole('button', { name: 'Stop reading' }));
  await waitFor(() => expect(marked()).toEqual([]));
  const before = texts().length;
  await new Promise((done) => setTimeout(done, 200));
  expect(texts()).toHaveLength(before);
});

test('a screen that reads itself never says what somebody answered', async () => {
  changeWays({ readAloud: true });
  show();
  await waitFor(() => expect(texts()).toContain('Yes, please'));
  await silent();
  expect(texts()).toEqual(['Would you like tea?', 'Choose one.', 'Yes, please']);
});

test('only a voice that works without a network is used, at the speed of the person', async () => {
  changeWays({ rate: 0.5 });
  show({
    voices: [
      { name: 'Cloud', lang: 'en-GB', localService: false },
      { name: 'American', lang: 'en-US', localService: true },
      { name: 'British', lang: 'en_GB', localService: true },
    ],
  });
  read();
  expect(heardSoFar()[0]).toEqual({ text: 'Would you like tea?', rate: 0.5, voice: 'British' });
});

test('without such a voice it says so on the screen and, once, to those who listen', async () => {
  show({ voices: [{ name: 'Cloud', lang: 'en-GB', localService: false }] });
  read();
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/no voice of its own/));
  expect(screen.getByRole('main').textContent).toMatch(/no voice of its own/);
  expect(texts()).toEqual([]);
});

test('an engine that hangs is given up on in words', async () => {
  vi.useFakeTimers();
  show({ hangs: true });
  read();
  await act(() => vi.advanceTimersByTimeAsync(6000));
  expect(screen.getByRole('main').textContent).toMatch(/does not answer/);
});

test('reading again stops what is being read, and leaves the engine a moment', async () => {
  show({ ms: 500 });
  read();
  fireEvent.click(screen.getByRole('button', { name: 'Stop reading' }));
  read();
  await waitFor(() => expect(texts()).toEqual(['Would you like tea?', 'Would you like tea?']));
});

test('a recorded prompt is played in place of the voice', async () => {
  const played: string[] = [];
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(function (this: HTMLMediaElement) {
    played.push(this.src);
    setTimeout(() => this.dispatchEvent(new Event('ended')), 0);
    return Promise.resolve();
  });
  show({ voices: [] }, { 'Yes, please': 'blob:yes' });
  read();
  await waitFor(() => expect(useSpeech.getState().state).toBe('silent'), { timeout: 3000 });
  expect(played).toEqual(['blob:yes']);
  // It could say something, so there is nothing to explain.
  expect(screen.getByRole('main').textContent).not.toMatch(/no voice/);
});

test('a sheet over the screen can be read too', async () => {
  show();
  fireEvent.click(screen.getByRole('button', { name: 'Help' }));
  const sheet = await screen.findByRole('dialog');
  expect(sheet).toBeTruthy();
  read();
  await silent();
  expect(texts()).toEqual(['Help', 'Tap a picture.', 'Close']);
});

import type { Change } from '#workshop/changes.ts';
import { oneOfEach, runningAt, workshopFile } from '../../support/gallery.ts';
import { everyWay, type Screen } from '../../support/every-way.ts';
import { presses } from '../../support/on-screen.ts';

const ID = 'spoken';
const [of] = oneOfEach.filter(({ kind, setup }) => kind.round(setup) === 'sealed');
if (!of) throw new Error('No kind is sealed.');
const { kind, setup, id: activity } = of;
const words = kind.phrases(setup)[1]?.easy ?? '';

/** The recordings themselves are not here: what stands around them is looked at. */
const spoken: Change[] = [
  ...runningAt(activity),
  { type: 'prompt-recorded', activity, words, recording: 'a'.repeat(64), seconds: 4 },
  { type: 'prompt-recorded', activity, words: 'Words of before', recording: 'b'.repeat(64), seconds: 2 },
  {
    type: 'film-attached',
    activity,
    film: 'c'.repeat(64),
    seconds: 20,
    captions: 'WEBVTT\n\n00:00:00.000 --> 00:00:05.000\nWhat do you want to talk about?',
  },
];
const prepare = `/workshop/${ID}/prepare/${activity}`;
const path = `/workshop/${ID}/take-part`;
const turn = { of, stage: 'answer' } as const;

const screens: Screen[] = [
  {
    name: 'Words to record',
    path: prepare,
    opens: presses('Record the words', /^Change( the recording)?: /),
  },
  { name: 'A film and its captions', path: prepare, opens: presses('Film in sign language') },
  { name: 'A question with a film', path, turn },
  { name: 'Watching a film', path, turn, opens: presses('Watch in sign language') },
];

everyWay(
  { round: ID, files: async () => [await workshopFile({ id: ID, of: [of], after: spoken })] },
  screens,
);

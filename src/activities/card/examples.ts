import type { Example } from '../kind.ts';
import type { Change, Setup } from './model.ts';

const row = (id: string, plain: string, easy: string, symbol: string) => ({
  id,
  phrase: { plain, easy, symbol },
});

export const examples: Example<Setup, Change, undefined>[] = [
  {
    name: 'housekeeping',
    setup: {
      heading: { plain: 'Before we start', easy: 'Before we start', symbol: 'housekeeping' },
      rows: [
        row('a', 'The toilets are by the front door.', 'The toilets are by the front door.', 'toilet'),
        row(
          'b',
          'If the alarm rings, we leave by the green doors.',
          'If you hear the alarm, go out.',
          'fire-exit',
        ),
        row('c', 'You can leave the room whenever you like.', 'You can go out at any time.', 'break'),
      ],
      minutes: 0,
      print: false,
    },
    changes: [],
  },
  {
    name: 'a break with a gentle timer',
    setup: {
      heading: { plain: 'Time for a break', easy: 'A break', symbol: 'break' },
      rows: [row('a', 'Tea, coffee and water are at the back.', 'There are drinks at the back.', 'drink')],
      minutes: 15,
      print: false,
    },
    changes: [],
  },
  {
    name: 'resources to take home',
    setup: {
      heading: { plain: 'Where to find out more', easy: 'Find out more', symbol: 'resources' },
      rows: [row('a', 'Ask at the council’s front desk.', 'Ask at the council desk.', 'council')],
      minutes: 0,
      print: true,
    },
    changes: [],
  },
];

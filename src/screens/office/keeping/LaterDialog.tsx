import { useState } from 'react';
import { readWorkshop, sendToWorkshop } from '../../workshops.ts';
import type { Kept } from '#wire/keeping.ts';
import { asSaid } from '#workshop/phrase.ts';
import { headIds } from '#workshop/versions.ts';
import { AskDialog } from '#ui/AskDialog.tsx';
import { Told } from '#ui/Told.tsx';
import { Write } from '#ui/Write.tsx';
import { useSaid } from '#ui/said.ts';
import { dayInWords } from '#words/days.ts';
import { naming } from '../../joined.ts';
import { useWork } from '../useWork.ts';
import { say } from './words.ts';

type Props = { kept: Kept; today: string; onClose(): void; onDone(words: string): void };

/** Sets a keeping date, or puts it off. The reason is asked for: nothing is kept for longer without one. */
export function LaterDialog({ kept, today, onClose, onDone }: Props) {
  const [until, setUntil] = useState(kept.until > today ? kept.until : '');
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const { working, problem, work } = useWork();
  const said = useSaid();
  const title = asSaid(kept.title);
  const good = { until: until > today, why: why.trim() !== '' };
  const save = (): void => {
    setTried(true);
    if (!good.until || !good.why) return;
    work(async () => {
      const { workshop } = await readWorkshop(kept.workshop);
      const from = headIds(workshop.follow.keeping);
      await sendToWorkshop(kept.workshop, [{ type: 'keep-until-set', until, why: why.trim() }], from);
      onDone(said(naming((what) => say('saved', { what, day: dayInWords(until, today) }), title)));
    });
  };
  return (
    <AskDialog
      title={naming((what) => say('laterTitle', { what }), title)}
      leave={say('leave')}
      onLeave={onClose}
      go={{ phrase: say('save'), mark: 'tick', off: working, onPress: save }}
    >
      <Write
        label={say('until')}
        type="date"
        value={until}
        onChange={setUntil}
        wrong={tried && !good.until ? say('untilWrong') : undefined}
      />
      <Write
        label={say('why')}
        long
        max={500}
        value={why}
        onChange={setWhy}
        hint={say('whyHint')}
        wrong={tried && !good.why ? say('whyWrong') : undefined}
      />
      {problem && <Told words={problem} wrong />}
    </AskDialog>
  );
}

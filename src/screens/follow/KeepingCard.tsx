import { useState } from 'react';
import type { FollowChange } from '#workshop/follow-changes.ts';
import { isOver, keepingOf, suggestedUntil } from '#workshop/keep-until.ts';
import type { Phrase } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import { themesIn, themesOf } from '#workshop/themes.ts';
import { headIds } from '#workshop/versions.ts';
import { today } from '#words/days.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Picture } from '#ui/Picture.tsx';
import { useSaid } from '#ui/said.ts';
import { Write } from '#ui/Write.tsx';
import { longDay } from '../reports/MadeBy.tsx';
import { TwoVersions } from '../prepare/TwoVersions.tsx';
import { sendToWorkshop } from '../workshops.ts';
import { say } from './words.ts';

type Props = { id: string; replay: Replay };

/** What the workshop is about, in a few words, and until when it is kept and why. */
export function KeepingCard({ id, replay }: Props) {
  const [open, setOpen] = useState(false);
  const said = useSaid();
  const { heads } = replay.workshop.follow.keeping;
  return (
    <section className="card stack">
      <h2>{said(say('keepingCard'))}</h2>
      <ul className="facts">
        {keepingRows(replay).map((row) => (
          <li key={row.symbol}>
            <Picture symbol={row.symbol} />
            <span>{said(row)}</span>
          </li>
        ))}
      </ul>
      {heads.length > 1 && (
        <TwoVersions
          versions={heads.map(({ id: head, value }) => ({ id: head, phrases: [keptUntil(value)] }))}
          onUse={(head) => {
            const chosen = heads.find((one) => one.id === head);
            if (chosen)
              void sendToWorkshop(
                id,
                [{ type: 'keep-until-set', ...chosen.value }],
                heads.map((one) => one.id),
              );
          }}
        />
      )}
      <Button phrase={say('changeKeeping')} mark="change" onPress={() => setOpen(true)} />
      {open && <KeepingDialog id={id} replay={replay} onClose={() => setOpen(false)} />}
    </section>
  );
}

const keptUntil = ({ until, why }: { until: string; why: string }): Phrase =>
  say('keptUntil', { day: longDay(until), why });

/** Themes and keeping date as two rows; what nobody has said yet says so. */
export function keepingRows({ workshop }: Replay, now: string = today()): Phrase[] {
  const themes = themesOf(workshop);
  const keeping = keepingOf(workshop);
  return [
    themes.length > 0 ? say('themesOf', { what: themes.join(', ') }) : say('noThemes'),
    keeping
      ? isOver(workshop, now)
        ? say('keptOver', { day: longDay(keeping.until) })
        : keptUntil(keeping)
      : say('noKeeping'),
  ];
}

function KeepingDialog({ id, replay, onClose }: Props & { onClose(): void }) {
  const said = useSaid();
  const { workshop } = replay;
  const keeping = keepingOf(workshop);
  const [themes, setThemes] = useState(() => themesOf(workshop).join(', '));
  const [until, setUntil] = useState(keeping?.until ?? suggestedUntil(workshop, today()));
  const [why, setWhy] = useState(keeping?.why ?? said(say('whySuggested')));
  const [missing, setMissing] = useState(false);
  const keep = async (): Promise<void> => {
    const lacks = longDay(until) === '' || why.trim() === '';
    setMissing(lacks);
    if (lacks) return;
    const { follow } = workshop;
    const next = themesIn(themes);
    if (next.join('\n') !== themesOf(workshop).join('\n'))
      await sendToWorkshop(id, [{ type: 'themed', themes: next }], headIds(follow.themes));
    if (until !== keeping?.until || why.trim() !== keeping.why || follow.keeping.heads.length > 1) {
      const set: FollowChange = { type: 'keep-until-set', until, why: why.trim() };
      await sendToWorkshop(id, [set], headIds(follow.keeping));
    }
    onClose();
  };
  return (
    <Dialog
      title={say('changeKeeping')}
      open
      onClose={onClose}
      foot={
        <>
          <Button phrase={say('leave')} mark="back" big onPress={onClose} />
          <Button phrase={say('keepLine')} mark="tick" weight="go" big onPress={() => void keep()} />
        </>
      }
    >
      <Write label={say('themes')} hint={say('themesHint')} value={themes} onChange={setThemes} />
      <h2>{said(say('keeping'))}</h2>
      <p className="quiet">{said(say('keepingHint'))}</p>
      <Write label={say('until')} type="date" value={until} onChange={setUntil} />
      <Write
        label={say('why')}
        long
        wrong={missing ? say('needsUntil') : undefined}
        value={why}
        max={400}
        onChange={setWhy}
      />
    </Dialog>
  );
}

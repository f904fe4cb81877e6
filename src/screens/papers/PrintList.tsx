import { use } from 'react';
import { useNavigate } from 'react-router';
import type { Phrase } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import { aboutOf, agenda } from '#workshop/workshop.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { openActivity } from '../activity.ts';
import { MayWriteContext, toLeading } from '../at-office.ts';
import { say as sayFollow } from '../follow/words.ts';
import { naming } from '../joined.ts';
import { say as sayReports } from '../reports/words.ts';
import { WithWorkshop } from '../WithWorkshop.tsx';
import { sheetOf } from './AnswerSheet.tsx';
import { Formats, useFormat } from './PrintFrame.tsx';
import { say } from './words.ts';

/** Everything of a workshop that can be printed, in one place. */
export function PrintList() {
  return <WithWorkshop>{(id, replay) => <Listed id={id} replay={replay} />}</WithWorkshop>;
}

type Sheet = { to: string; phrase: Phrase };

function Listed({ id, replay }: { id: string; replay: Replay }) {
  const [format, setFormat] = useFormat();
  const navigate = useNavigate();
  const mayWrite = use(MayWriteContext);
  const said = useSaid();
  const { title } = aboutOf(replay.workshop);
  const opened = agenda(replay.workshop).flatMap((activity) => openActivity(replay, activity.id) ?? []);
  const toAnswer = opened.map(({ activity, kind, setup }): Sheet => {
    const { number } = sheetOf(replay, activity.id);
    const phrase = naming((what) => say('sheetName', { number, activity: what }), kind.heading(setup));
    return { to: `print/${activity.id}/answers`, phrase: { ...phrase, symbol: kind.symbol } };
  });
  const toKeep = opened.flatMap(({ activity, kind, setup }) =>
    (kind.parts.prints ?? []).map(({ name, title: sheet }): Sheet => {
      const phrase = naming(
        (what) => say('sheetOf', { sheet: said(sheet), activity: what }),
        kind.heading(setup),
      );
      return { to: `print/${activity.id}/${name}`, phrase: { ...phrase, symbol: sheet.symbol } };
    }),
  );
  const go = (to: string): void => void navigate(`/workshop/${id}/${to}?look=${format}`);
  const group = (heading: Phrase, sheets: readonly Sheet[], hint?: Phrase) =>
    sheets.length > 0 && (
      <section className="card stack">
        <Say phrase={heading} level={2} hint={hint} />
        <ul className="stack sheet-list">
          {sheets.map(({ to, phrase }) => (
            <li key={to}>
              <Button phrase={phrase} picture onPress={() => go(to)} />
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <Frame
      title={naming((activity) => say('sheetOf', { sheet: say('printing').plain, activity }), title)}
      where={<strong>{said(title)}</strong>}
      help={[say('printingHint'), say('toAnswerHint')]}
      onStop={() => void navigate('/')}
      done={
        <>
          <Button
            phrase={toLeading(say('toLead'))}
            mark="back"
            onPress={() => void navigate(`/workshop/${id}/lead`)}
          />
          {mayWrite && (
            <Button
              phrase={say('typeIn')}
              mark="change"
              onPress={() => void navigate(`/workshop/${id}/type-in`)}
            />
          )}
        </>
      }
    >
      <Say phrase={say('printing')} level={1} hint={say('printingHint')} />
      <section className="card stack" aria-label={said(say('format'))}>
        <h2>{said(say('format'))}</h2>
        <Formats format={format} onFormat={setFormat} />
      </section>
      {group(say('beforehand'), [
        { to: 'print/invite', phrase: say('invite') },
        { to: 'print/agenda', phrase: say('agenda') },
      ])}
      {group(say('toAnswer'), toAnswer, say('toAnswerHint'))}
      {group(say('toKeep'), toKeep)}
      {group(say('afterwards'), [
        { to: 'report', phrase: sayReports('report') },
        { to: 'print/follow', phrase: sayFollow('title') },
      ])}
    </Frame>
  );
}

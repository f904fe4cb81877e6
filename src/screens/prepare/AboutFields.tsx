import type { About } from '#workshop/changes.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { PhraseField } from '#ui/PhraseField.tsx';
import { useSaid } from '#ui/said.ts';
import { Write } from '#ui/Write.tsx';
import { say } from './words.ts';

/** As long as a name is the same in Easy Read, it stays the same: nobody is to read the name of a template. */
export function inStep(before: Phrase, next: Phrase): Phrase {
  const isSame = before.easy === before.plain && before.plain !== '' && next.easy === before.easy;
  return isSame ? { ...next, easy: next.plain } : next;
}

type Props = { about: About; onChange: (about: About) => void };

/** What a workshop says of itself: its name in three ways, its day, its place, who leads. */
export function AboutFields({ about, onChange }: Props) {
  const said = useSaid();
  const put = (change: Partial<About>): void => onChange({ ...about, ...change });
  return (
    <div className="stack about-fields">
      <h2>{said(say('name'))}</h2>
      <PhraseField
        first
        label={say('name')}
        value={about.title}
        onChange={(title) => put({ title: inStep(about.title, title) })}
      />
      <div className="side-by-side">
        <Write label={say('day')} type="date" value={about.date} onChange={(date) => put({ date })} />
        <Write label={say('place')} value={about.where} onChange={(where) => put({ where })} />
      </div>
      <Write
        label={say('leads')}
        hint={say('leadsHint')}
        value={about.ledBy}
        onChange={(ledBy) => put({ ledBy })}
      />
    </div>
  );
}

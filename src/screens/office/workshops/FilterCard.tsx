import { useId } from 'react';
import { handedStates, workshopStates, type Filter } from '#wire/office.ts';
import { Button } from '#ui/Button.tsx';
import { useSaid } from '#ui/said.ts';
import { Write } from '#ui/Write.tsx';
import { Choose } from '../Choose.tsx';
import { say } from '../words.ts';

type Choices = { places: string[]; themes: string[]; series: { id: string; name: string }[] };
type Props = {
  filter: Filter;
  choices: Choices | undefined;
  any: boolean;
  /** Where the words are asked for elsewhere on the screen. */
  withoutWords?: boolean;
  onChange(filter: Partial<Filter>): void;
  onClear(): void;
};

const named = (names: readonly string[] = []) => names.map((name) => ({ id: name, words: name }));

/** Which workshops are shown. What nothing could be chosen from is not there. */
export function FilterCard({ filter, choices, any, withoutWords = false, onChange, onClear }: Props) {
  const said = useSaid();
  const id = useId();
  return (
    <section className="card stack filter" aria-labelledby={id}>
      <h2 id={id}>{said(say('filter'))}</h2>
      {!withoutWords && (
        <Write
          label={say('filterWords')}
          value={filter.words}
          max={200}
          onChange={(words) => onChange({ words })}
        />
      )}
      <Choose
        label={say('filterState')}
        any={say('anyState')}
        value={filter.state}
        choices={workshopStates.map((state) => ({ id: state, words: said(say(state)) }))}
        onChange={(chosen) => onChange({ state: workshopStates.find((state) => state === chosen) ?? '' })}
      />
      <Choose
        label={say('filterHanded')}
        any={say('anyHanded')}
        value={filter.handedIn}
        choices={handedStates.map((state) => ({ id: state, words: said(say(`handed-${state}`)) }))}
        onChange={(chosen) => onChange({ handedIn: handedStates.find((state) => state === chosen) ?? '' })}
      />
      {(choices?.places.length ?? 0) > 0 && (
        <Choose
          label={say('filterPlace')}
          any={say('anyPlace')}
          value={filter.where}
          choices={named(choices?.places)}
          onChange={(where) => onChange({ where })}
        />
      )}
      {(choices?.themes.length ?? 0) > 0 && (
        <Choose
          label={say('filterTheme')}
          any={say('anyTheme')}
          value={filter.theme}
          choices={named(choices?.themes)}
          onChange={(theme) => onChange({ theme })}
        />
      )}
      {(choices?.series.length ?? 0) > 0 && (
        <Choose
          label={say('filterSeries')}
          any={say('anySeries')}
          value={filter.series}
          choices={(choices?.series ?? []).map(({ id: one, name }) => ({ id: one, words: name }))}
          onChange={(series) => onChange({ series })}
        />
      )}
      <Write
        label={say('filterFrom')}
        type="date"
        value={filter.from}
        onChange={(from) => onChange({ from })}
      />
      <Write label={say('filterTo')} type="date" value={filter.to} onChange={(to) => onChange({ to })} />
      {any && <Button phrase={say('clear')} mark="undo" onPress={onClear} />}
    </section>
  );
}

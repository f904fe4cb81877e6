import { useState } from 'react';
import type { AnyKind } from '#activities/kind.ts';
import { kinds } from '#activities/kinds.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { phrase } from '#words/words.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Picture } from '#ui/Picture.tsx';
import { useSaid } from '#ui/said.ts';
import { naming } from '../joined.ts';
import { say } from './words.ts';

type Props = {
  headings: readonly Phrase[];
  onAdd: (kind: AnyKind, place: number) => void;
  onClose: () => void;
};

/** Adds a part in two taps: what it is, and where it goes. */
export function AddPart({ headings, onAdd, onClose }: Props) {
  const [kind, setKind] = useState<AnyKind | null>(null);
  if (!kind) {
    return (
      <Dialog title={say('addWhat')} open onClose={onClose}>
        <ul className="stack">
          {kinds.map((one) => (
            <KindChoice
              key={one.name}
              kind={one}
              onPress={() => (headings.length > 0 ? setKind(one) : onAdd(one, 0))}
            />
          ))}
        </ul>
      </Dialog>
    );
  }
  const end = headings.length;
  return (
    <Dialog
      title={say('addWhere')}
      open
      onClose={onClose}
      foot={<Button phrase={say('otherKind')} mark="back" big onPress={() => setKind(null)} />}
    >
      <Button
        phrase={say('atEnd')}
        mark="down"
        weight="go"
        big
        className="wide-centred"
        onPress={() => onAdd(kind, end)}
      />
      <ul className="acts">
        <li>
          <Button phrase={say('atStart')} mark="put" className="act" onPress={() => onAdd(kind, 0)} />
        </li>
        {headings.slice(0, -1).map((heading, index) => (
          <li key={`${index} ${heading.plain}`}>
            <Button
              phrase={naming((what) => say('after', { n: index + 1, what }), heading)}
              mark="put"
              className="act"
              onPress={() => onAdd(kind, index + 1)}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function KindChoice({ kind, onPress }: { kind: AnyKind; onPress: () => void }) {
  const said = useSaid();
  return (
    <li>
      <button type="button" className="workshop kind-choice" onClick={onPress}>
        <Picture symbol={kind.symbol} />
        <span>
          <strong>{said(phrase(kind.name, 'title'))}</strong>
          <span className="quiet">{said(phrase(kind.name, 'about'))}</span>
        </span>
      </button>
    </li>
  );
}

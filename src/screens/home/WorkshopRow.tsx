import { useNavigate } from 'react-router';
import { Button } from '#ui/Button.tsx';
import { Mark } from '#ui/Mark.tsx';
import { Picture } from '#ui/Picture.tsx';
import { useSaid } from '#ui/said.ts';
import { useHubParts } from '../hub/parts.ts';
import { naming } from '../joined.ts';
import { addressOf, lineOf, titleOf, type Listed } from './rows.ts';
import { say } from './words.ts';

/** One workshop: a tap goes on with it; More has the rest. */
export function WorkshopRow({ listed, onMore }: { listed: Listed; onMore: () => void }) {
  const navigate = useNavigate();
  const said = useSaid();
  const title = titleOf(listed.replay);
  const { Line } = useHubParts();
  return (
    <li className="workshop-row">
      <button type="button" className="workshop" onClick={() => void navigate(addressOf(listed))}>
        <Picture symbol={title.symbol} />
        <span>
          <strong>{said(title)}</strong>
          <span className="quiet">{said(lineOf(listed.replay))}</span>
          {Line && <Line id={listed.id} />}
        </span>
        <Mark name="next" />
      </button>
      <Button
        phrase={say('more')}
        mark="more"
        className="upright"
        name={said(naming((what) => say('moreOf', { what }), title))}
        onPress={onMore}
      />
    </li>
  );
}

import { useNavigate, useParams } from 'react-router';
import { officeWorkshop } from '#wire/office.ts';
import { Button } from '#ui/Button.tsx';
import { Picture } from '#ui/Picture.tsx';
import { useSaid } from '#ui/said.ts';
import { KeepingCard } from '../../follow/KeepingCard.tsx';
import { useWorkshop } from '../../workshops.ts';
import { useMayOrganise, useMayWrite } from '../me.ts';
import { OfficeFrame } from '../OfficeFrame.tsx';
import { lineOf, titleOf } from '../said-of.ts';
import { Trouble } from '../Trouble.tsx';
import { useAsked, useEvery } from '../useAsked.ts';
import { say } from '../words.ts';
import { HandedCard } from './HandedCard.tsx';
import { ForgetCard } from './ForgetCard.tsx';
import { SeriesCard } from './SeriesCard.tsx';
import { TabletsCard } from './TabletsCard.tsx';

/** One workshop at the office: what has come in of it, and everything that can be done with it. */
export function One() {
  const { workshop: id = '' } = useParams();
  const { reply, problem, again } = useAsked(
    officeWorkshop,
    { params: { workshop: id } },
    ({ behind }) => behind > 0,
  );
  useEvery(again);
  const replay = useWorkshop(id);
  const navigate = useNavigate();
  const said = useSaid();
  const mayWrite = useMayWrite();
  const organiser = useMayOrganise();
  const go = (screen: string): void => void navigate(`/workshop/${id}/${screen}`);
  const title = reply ? titleOf(reply.listed) : say(problem ? 'notShown' : 'opening');
  const back = <Button phrase={say('back')} mark="back" onPress={() => void navigate('/')} />;
  const finished = reply?.listed.state === 'finished';
  return (
    <OfficeFrame
      title={title}
      help={[say('helpOne'), say('helpHanded')]}
      done={
        reply ? (
          <>
            {back}
            {mayWrite && !finished && (
              <Button phrase={say('prepare')} mark="change" onPress={() => go('prepare')} />
            )}
            <Button
              phrase={say('report')}
              mark="show"
              weight="go"
              className="push"
              onPress={() => go('report')}
            />
          </>
        ) : (
          problem && back
        )
      }
    >
      {!reply && problem && <h1>{said(title)}</h1>}
      <Trouble problem={problem} again={() => void again()} />
      {reply && (
        <div className="desk">
          <section className="stack desk-main">
            <div className="say one-title">
              <Picture symbol={title.symbol} />
              <div>
                <h1>{said(title)}</h1>
                <p className="quiet">{said(lineOf(reply.listed))}</p>
              </div>
            </div>
            <HandedCard known={reply} />
            {mayWrite && <TabletsCard id={id} on={reply.on} onDone={() => void again()} />}
            <SeriesCard listed={reply.listed} />
          </section>
          <aside className="desk-side">
            <section className="card stack">
              <h2>{said(say('whatNow'))}</h2>
              <ul className="acts">
                {finished && mayWrite && (
                  <Act phrase={say('prepare')} mark="change" onPress={() => go('prepare')} />
                )}
                <Act phrase={say('follow')} mark="tick" onPress={() => go('follow')} />
                {mayWrite && <Act phrase={say('next')} mark="plus" onPress={() => go('next')} />}
                <Act phrase={say('print')} mark="print" onPress={() => go('print')} />
                {mayWrite && <Act phrase={say('typeIn')} mark="change" onPress={() => go('type-in')} />}
              </ul>
            </section>
            {mayWrite && typeof replay === 'object' && <KeepingCard id={id} replay={replay} />}
            {organiser && <ForgetCard id={id} listed={reply.listed} />}
          </aside>
        </div>
      )}
    </OfficeFrame>
  );
}

function Act({ phrase, mark, onPress }: Pick<Parameters<typeof Button>[0], 'phrase' | 'onPress' | 'mark'>) {
  return (
    <li>
      <Button phrase={phrase} className="act" onPress={onPress} {...(mark ? { mark } : {})} />
    </li>
  );
}

import { use } from 'react';
import { useParams } from 'react-router';
import type { Replay } from '#workshop/replay.ts';
import { current, headIds } from '#workshop/versions.ts';
import { aboutOf } from '#workshop/workshop.ts';
import { Said } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { openActivity } from '../activity.ts';
import { MayWriteContext } from '../at-office.ts';
import { FollowSheet } from '../follow/FollowSheet.tsx';
import { say as sayFollow } from '../follow/words.ts';
import { naming } from '../joined.ts';
import { Nowhere } from '../NotFound.tsx';
import { Part } from '../Part.tsx';
import { WithWorkshop } from '../WithWorkshop.tsx';
import { sendToWorkshop } from '../workshops.ts';
import { AgendaSheet } from './AgendaSheet.tsx';
import { AnswerSheet } from './AnswerSheet.tsx';
import { emptyInvite, InviteFields } from './InviteFields.tsx';
import { InviteSheet } from './InviteSheet.tsx';
import { PrintFrame } from './PrintFrame.tsx';
import { say } from './words.ts';

/** A sheet to print: of the workshop (invite, agenda), or of one activity (to answer on, cards, a poster). */
export function PrintSheet() {
  const { page = '', activity } = useParams();
  return (
    <WithWorkshop>
      {(id, replay) =>
        activity === undefined ? (
          <OfWorkshop id={id} replay={replay} page={page} />
        ) : (
          <OfActivity id={id} replay={replay} page={page} activity={activity} />
        )
      }
    </WithWorkshop>
  );
}

type Props = { id: string; replay: Replay; page: string };

function OfWorkshop({ id, replay, page }: Props) {
  const { title } = aboutOf(replay.workshop);
  const invite = current(replay.workshop.invite) ?? emptyInvite;
  const named = { id, replay };
  const mayWrite = use(MayWriteContext);
  if (page === 'agenda')
    return (
      <PrintFrame {...named} title={naming((what) => say('agendaOf', { title: what }), title)}>
        <AgendaSheet replay={replay} />
      </PrintFrame>
    );
  if (page === 'follow')
    return (
      <PrintFrame
        {...named}
        title={naming((activity) => say('sheetOf', { sheet: sayFollow('title').plain, activity }), title)}
      >
        <FollowSheet replay={replay} />
      </PrintFrame>
    );
  if (page !== 'invite') return <Nowhere title={say('noSheet')} help={say('noSheetHelp')} />;
  return (
    <PrintFrame
      {...named}
      title={naming((activity) => say('sheetOf', { sheet: say('invite').plain, activity }), title)}
      before={
        mayWrite && (
          <InviteFields
            invite={invite}
            onKeep={(next) =>
              sendToWorkshop(id, [{ type: 'invite-written', invite: next }], headIds(replay.workshop.invite))
            }
          />
        )
      }
    >
      <InviteSheet replay={replay} invite={invite} />
    </PrintFrame>
  );
}

function OfActivity({ id, replay, page, activity }: Props & { activity: string }) {
  const said = useSaid();
  const opened = openActivity(replay, activity);
  const print = opened?.kind.parts.prints?.find((one) => one.name === page);
  if (!opened || (!print && page !== 'answers'))
    return <Nowhere title={say('noSheet')} help={say('noSheetHelp')} />;
  const { kind, setup, state, room } = opened;
  const sheet = said(print ? print.title : say('toAnswer'));
  const title = naming((what) => say('sheetOf', { sheet, activity: what }), kind.heading(setup));
  return (
    <PrintFrame id={id} replay={replay} title={title} cutUp={print?.cutUp ?? false}>
      {print ? (
        <>
          <h1>
            <Said phrase={kind.heading(setup)} />
          </h1>
          <Part load={print.Page} props={{ setup, state, room }} />
        </>
      ) : (
        <AnswerSheet replay={replay} opened={opened} />
      )}
    </PrintFrame>
  );
}

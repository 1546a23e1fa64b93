import { type ReactNode, useState } from 'react';
import { api } from '../../api/client';
import { wordsForField } from '../../api/problem';
import { useRemote } from '../../api/remote';
import { useSeat } from '../../session/session';
import type { DraftKeeper, Keeping } from '../../store/DraftKeeper';
import { useDraft } from '../../store/drafts';
import { t } from '../../text/t';
import { go } from '../../ui/router';
import { Button, Field, Problem, Refreshable, Shape, Sub, TextBox, Tick, useDoing } from '../../ui/ui';
import { DraftFiles } from '../attachment/DraftFiles';
import { handIn, throwAway } from '../draft/handIn';
import { Language } from '../draft/Language';
import { longestTitle } from '../draft/limits';
import { RaisedFrom } from '../draft/RaisedFrom';
import { RemoveDraft } from '../draft/RemoveDraft';
import { Saved } from '../draft/Saved';
import { useWaitingLine, Waits } from '../draft/Waits';
import { Withdraw } from '../draft/Withdraw';
import { Coauthors } from './Coauthors';
import { type Beside, type Fields, opinionDrafts, reportLength } from './drafts';
import { reportBy, reportTimelineBy } from './OpinionPage';
import { Topic } from './Topic';

/** One matter, quickly: a title, what is so, what should be done. It saves itself. */
export function WriteOpinionPage({ id }: { id: string }) {
  const { seat } = useSeat();
  const { keeper, keeping, error } = useDraft(opinionDrafts, seat.id, id);
  return (
    <Sub title={t(keeping?.draft.fields.kind === 'MICRO' ? 'opinions.micro' : 'opinions.write')} up="/opinions">
      {keeper && keeping ? (
        <Open keeper={keeper} keeping={keeping} />
      ) : (
        <main>{error ? <Problem error={error} /> : <Shape />}</main>
      )}
    </Sub>
  );
}

type Keeper = DraftKeeper<Fields, Beside>;

function Open({ keeper, keeping }: { keeper: Keeper; keeping: Keeping<Fields, Beside> }) {
  const { seatId, id, fields } = keeping.draft;
  const line = useWaitingLine(seatId, id);
  if (line) return <Waits line={line} texts={[fields.situation, fields.analysis, fields.suggestions]} />;
  if (keeping.theirs) return <TwoTexts keeper={keeper} mine={fields} theirs={keeping.theirs.fields} />;
  return <Writing keeper={keeper} keeping={keeping} />;
}

/** The same draft was written on elsewhere: both texts, whole, until the person has chosen. */
function TwoTexts({ keeper, mine, theirs }: { keeper: Keeper; mine: Fields; theirs: Fields }) {
  return (
    <main className="stack">
      <h2>{t('conflict.title')}</h2>
      <p>{t('conflict.says')}</p>
      {[
        { key: 'mine', says: t('conflict.mine'), fields: mine },
        { key: 'theirs', says: t('conflict.theirs'), fields: theirs },
      ].map(({ key, says, fields }) => (
        <section key={key} className="card stack">
          <h3>{says}</h3>
          <p className="strong">{fields.title}</p>
          <p className="prose">{[fields.situation, fields.analysis, fields.suggestions].filter(Boolean).join('\n')}</p>
          <Button kind="main wide" onPress={() => keeper.settle(fields)}>
            {t('opinions.useThis')}
          </Button>
        </section>
      ))}
    </main>
  );
}

/** The post that it was raised from. */
function Origin({ id }: { id: string }) {
  const { data: report } = useRemote(reportBy, id);
  return report?.raisedFrom ? <RaisedFrom postId={report.raisedFrom} /> : null;
}

/** Why it came back. */
function Returned({ id }: { id: string }) {
  const { data: lines } = useRemote(reportTimelineBy, id);
  const last = lines?.filter(({ kind }) => kind === 'opinion.returned').pop();
  return last?.reason ? <p className="problem">{t('write.returned', { reason: last.reason })}</p> : null;
}

/** What was never handed in is thrown away; what came back is withdrawn. */
function GiveUp({ id, remove, withdraw }: { id: string; remove: () => Promise<void>; withdraw: () => Promise<void> }) {
  const { data } = useRemote(reportBy, id);
  return data?.can.includes('withdraw') ? (
    <Withdraw of="opinions" withdraw={withdraw} />
  ) : (
    <RemoveDraft remove={remove} />
  );
}

/** Words that may be secret: a warning to look again, nothing more. */
function SecrecyWarning({ words }: { words: readonly string[] }) {
  if (words.length === 0) return null;
  return <p className="problem">{t('opinions.secrecyHits', { words: words.join(t('comma')) })}</p>;
}

/** A micro-suggestion is three lines: what few of them need is folded, unless something stands there. */
function Further({ short, begun, children }: { short: boolean; begun: boolean; children: ReactNode }) {
  const [open, setOpen] = useState(begun);
  if (!short) return children;
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('opinions.further')}</summary>
      <div className="stack">{children}</div>
    </details>
  );
}

function Writing({ keeper, keeping }: { keeper: Keeper; keeping: Keeping<Fields, Beside> }) {
  const { draft } = keeping;
  const { fields } = draft;
  const micro = fields.kind === 'MICRO';
  const limits = keeping.preview?.limits;
  const titleMax = limits?.title;
  const textMax = micro ? limits?.micro : limits?.text;
  const count = reportLength(fields);
  const tooLong = textMax !== undefined && count > textMax;
  const [secrecy, setSecrecy] = useState(false);
  const { error, run } = useDoing();
  const leave = () => void keeper.sync();
  const problemAt = (name: string) => wordsForField(error, name) ?? wordsForField(keeping.error, name);
  const path = { headers: { 'X-Seat': draft.seatId }, params: { path: { id: draft.id } } };
  const submit = () =>
    run(async () => {
      const sent = await handIn({
        drafts: opinionDrafts,
        keeper,
        title: fields.title,
        later: { kind: 'report', reportId: draft.id },
      });
      go(sent ? `/opinions/${draft.id}` : '/opinions', true);
    });
  const remove = async () => {
    await throwAway(opinionDrafts, keeper, () => api.DELETE('/api/opinion-reports/{id}', path));
    go('/opinions', true);
  };
  const withdraw = async () => {
    await keeper.sync();
    await throwAway(opinionDrafts, keeper, () =>
      api.PUT('/api/opinion-reports/{id}/withdrawal', {
        ...path,
        body: { version: keeper.read().draft.version ?? 0 },
      }),
    );
    go(`/opinions/${draft.id}`, true);
  };
  return (
    <Refreshable reload={() => keeper.sync()}>
      <div className="stack">
        <p className="note">{t('write.secrecy')}</p>
        {draft.version !== null && <Returned id={draft.id} />}
        {draft.version !== null && <Origin id={draft.id} />}
        {keeping.preview?.same && (
          <p className="problem">{t('opinions.same', { title: keeping.preview.same.title })}</p>
        )}
        <Field
          label={t('opinions.titleOf')}
          help={titleMax ? t('opinions.titleHelpMax', { max: titleMax }) : t('opinions.titleHelp')}
          value={fields.title}
          max={titleMax ?? longestTitle}
          problem={problemAt('title')}
          onChange={(title) => void keeper.edit({ title })}
          onLeave={leave}
        />
        {!micro && (
          <>
            <TextBox
              label={t('write.situation')}
              help={t('opinions.situationHelp')}
              value={fields.situation}
              problem={problemAt('situation')}
              onChange={(situation) => void keeper.edit({ situation })}
              onLeave={leave}
              rows={4}
            />
            <TextBox
              label={t('write.analysis')}
              value={fields.analysis}
              problem={problemAt('analysis')}
              onChange={(analysis) => void keeper.edit({ analysis })}
              onLeave={leave}
              rows={2}
            />
          </>
        )}
        <TextBox
          label={t('write.suggestions')}
          value={fields.suggestions}
          problem={problemAt('suggestions')}
          onChange={(suggestions) => void keeper.edit({ suggestions })}
          onLeave={leave}
          rows={3}
        />
        <Topic
          value={fields.topic}
          problem={problemAt('topic')}
          onChange={(topic) => void keeper.edit({ topic }).then(leave)}
        />
        <DraftFiles
          seatId={draft.seatId}
          matter={{ type: 'opinion_report', id: draft.id }}
          onServer={draft.version !== null}
          spoken
          prepare={() => (draft.version === null ? keeper.edit({}).then(() => keeper.sync()) : Promise.resolve())}
        />
        <Further short={micro} begun={Boolean(fields.language) || fields.coauthors.length > 0}>
          <Language
            value={fields.language}
            help={t('opinions.languageHelp')}
            problem={problemAt('language')}
            onChange={(language) => void keeper.edit({ language }).then(leave)}
          />
          <Coauthors
            coauthors={fields.coauthors}
            problemAt={problemAt}
            onChange={(coauthors) => void keeper.edit({ coauthors })}
          />
        </Further>
        <Tick
          label={t('opinions.urgent')}
          checked={fields.urgent}
          onChange={(urgent) => void keeper.edit({ urgent })}
        />
        <Tick
          label={t('opinions.open')}
          checked={fields.openToPublic}
          onChange={(openToPublic) => void keeper.edit({ openToPublic })}
        />
        <SecrecyWarning words={keeping.preview?.secrecyHits ?? []} />
        <Tick label={t('write.secrecyTick')} checked={secrecy} onChange={setSecrecy} />
        <Saved keeping={keeping} />
        <Problem error={error} />
        {textMax !== undefined && (
          <p className={tooLong ? 'bad' : 'quiet'}>
            {t(tooLong ? 'opinions.tooMuchText' : 'opinions.textCount', { max: textMax, count })}
          </p>
        )}
        <Button
          kind="main wide"
          onPress={submit}
          disabled={!secrecy || keeping.handedIn || tooLong || !fields.title.trim() || !fields.suggestions.trim()}
        >
          {t('opinions.submit')}
        </Button>
        {draft.version === null ? (
          <RemoveDraft remove={remove} />
        ) : (
          <GiveUp id={draft.id} remove={remove} withdraw={withdraw} />
        )}
      </div>
    </Refreshable>
  );
}

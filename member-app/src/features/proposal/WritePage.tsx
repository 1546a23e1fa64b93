import { useState } from 'react';
import { api } from '../../api/client';
import { wordsForField } from '../../api/problem';
import { useRemote } from '../../api/remote';
import type { SubmissionPreview } from '../../api/types';
import { useSeat } from '../../session/session';
import type { Keeping } from '../../store/DraftKeeper';
import { useDraft } from '../../store/drafts';
import { t } from '../../text/t';
import { go } from '../../ui/router';
import { Ask, Button, Field, Problem, Refreshable, Shape, Sub, TextBox, Tick, useDoing } from '../../ui/ui';
import { DraftFiles } from '../attachment/DraftFiles';
import { handIn, throwAway } from '../draft/handIn';
import { longestText, longestTitle, mostSuggestions } from '../draft/limits';
import { RaisedFrom } from '../draft/RaisedFrom';
import { RemoveDraft } from '../draft/RemoveDraft';
import { Saved } from '../draft/Saved';
import { useWaitingLine, Waits } from '../draft/Waits';
import { Withdraw } from '../draft/Withdraw';
import { Background } from './Background';
import { Conflict } from './Conflict';
import { Cosigners } from './Cosigners';
import { categoryName, useCategories } from './categories';
import { type ProposalKeeper, proposalDrafts } from './drafts';
import { type Fields, withoutEmptyRows } from './fields';
import { proposalBy } from './proposal';
import { Similar } from './Similar';
import { Suggestions } from './Suggestions';
import { timelineOf } from './timeline';
import { Wishes } from './Wishes';
import { endOf, isWhole, textLength } from './words';

/** One page: the matter in a line, three boxes, the suggestions. It saves itself. */
export function WritePage({ id }: { id: string }) {
  const { seat } = useSeat();
  const { keeper, keeping, error } = useDraft(proposalDrafts, seat.id, id);
  return (
    <Sub title={t('write.title')} up="/proposals">
      {keeper && keeping ? (
        <Open keeper={keeper} keeping={keeping} />
      ) : (
        <main>{error ? <Problem error={error} /> : <Shape />}</main>
      )}
    </Sub>
  );
}

function Open({ keeper, keeping }: { keeper: ProposalKeeper; keeping: Keeping<Fields, SubmissionPreview> }) {
  const { seatId, id, fields } = keeping.draft;
  const line = useWaitingLine(seatId, id);
  if (line)
    return (
      <Waits
        line={line}
        texts={[fields.situation, fields.analysis, fields.research, ...fields.suggestions, fields.originalText]}
      />
    );
  if (!keeping.theirs) return <Writing keeper={keeper} keeping={keeping} />;
  return (
    <Conflict mine={keeping.draft.fields} theirs={keeping.theirs.fields} onChoose={(fields) => keeper.settle(fields)} />
  );
}

function Writing({ keeper, keeping }: { keeper: ProposalKeeper; keeping: Keeping<Fields, SubmissionPreview> }) {
  const { draft } = keeping;
  const { fields } = draft;
  const [secrecy, setSecrecy] = useState(false);
  const [asking, setAsking] = useState<{ told: SubmissionPreview | null } | null>(null);
  const { error, busy, run } = useDoing();
  const leave = () => void keeper.sync();
  const textMin = keeping.preview?.textMin ?? 0;
  const textMax = keeping.preview?.textMax ?? longestText;
  const count = textLength(fields);
  const titleMax = keeping.preview?.titleMax;
  const problemAt = (name: string) => wordsForField(error, name) ?? wordsForField(keeping.error, name);

  const submit = () =>
    run(async () => {
      await keeper.edit({ suggestions: withoutEmptyRows(fields) });
      const sent = await handIn({
        drafts: proposalDrafts,
        keeper,
        title: fields.title,
        later: { kind: 'submission', proposalId: draft.id },
      }).finally(() => setAsking(null));
      go(sent ? `/proposals/${draft.id}` : '/proposals', true);
    });
  /** What it will count as only the server can say, and only now: what it said at the last save may be over. */
  const ask = () => run(async () => setAsking({ told: navigator.onLine ? await keeper.previewNow() : null }));
  const remove = async () => {
    await throwAway(proposalDrafts, keeper, () =>
      api.DELETE('/api/proposals/{id}', { headers: { 'X-Seat': draft.seatId }, params: { path: { id: draft.id } } }),
    );
    go('/proposals', true);
  };

  /** Words that were typed last go first, so that taking the withdrawal back finds them. */
  const withdraw = async () => {
    await keeper.sync();
    await throwAway(proposalDrafts, keeper, () =>
      api.PUT('/api/proposals/{id}/withdrawal', {
        headers: { 'X-Seat': draft.seatId },
        params: { path: { id: draft.id } },
        body: { version: keeper.read().draft.version ?? 0 },
      }),
    );
    go(`/proposals/${draft.id}`, true);
  };

  return (
    <Refreshable reload={() => keeper.sync()}>
      <div className="stack">
        <p className="note">{t('write.secrecy')}</p>
        {draft.version !== null && <Returned id={draft.id} />}
        {draft.version !== null && <Origin id={draft.id} />}
        <TextBox
          label={t('write.cause')}
          help={titleMax ? t('write.causeHelpMax', { max: titleMax }) : t('write.causeHelp')}
          value={fields.title}
          max={titleMax ?? longestTitle}
          problem={problemAt('title')}
          onChange={(title) => void keeper.edit({ title: title.replace(/\s*\n\s*/g, '') })}
          onLeave={leave}
          rows={1}
        />
        {keeping.preview?.sameReport && (
          <p className="problem">{t('write.sameReport', { title: keeping.preview.sameReport })}</p>
        )}
        <Similar id={draft.id} fields={fields} />
        <Category
          value={fields.category}
          problem={problemAt('category')}
          onChange={(category) => void keeper.edit({ category }).then(leave)}
        />
        <p className="quiet">{t('write.dictate')}</p>
        <TextBox
          label={t('write.situation')}
          help={t('write.situationHelp')}
          value={fields.situation}
          problem={problemAt('situation')}
          onChange={(situation) => void keeper.edit({ situation })}
          onLeave={leave}
          rows={4}
        />
        <TextBox
          label={t('write.analysis')}
          help={t('write.analysisHelp')}
          value={fields.analysis}
          problem={problemAt('analysis')}
          onChange={(analysis) => void keeper.edit({ analysis })}
          onLeave={leave}
          rows={4}
        />
        <Background keeper={keeper} fields={fields} problemAt={problemAt} />
        <Suggestions
          rows={fields.suggestions}
          most={keeping.preview?.suggestionsMax ?? mostSuggestions}
          problemAt={problemAt}
          onChange={(suggestions) => void keeper.edit({ suggestions })}
          onLeave={leave}
        />
        <DraftFiles
          seatId={draft.seatId}
          matter={{ type: 'proposal', id: draft.id }}
          onServer={draft.version !== null}
          prepare={() => (draft.version === null ? keeper.edit({}).then(() => keeper.sync()) : Promise.resolve())}
        />
        <Tick
          label={t('write.open')}
          checked={fields.openToPublic}
          onChange={(openToPublic) => void keeper.edit({ openToPublic })}
        />
        {!fields.openToPublic && (
          <Field
            label={t('write.notOpenReason')}
            value={fields.notOpenReason}
            problem={problemAt('notOpenReason')}
            onChange={(notOpenReason) => void keeper.edit({ notOpenReason })}
            onLeave={leave}
          />
        )}
        {draft.version !== null && (
          <>
            <Cosigners id={draft.id} keeper={keeper} most={keeping.preview?.cosignersMax} />
            <Wishes id={draft.id} keeper={keeper} />
            <SecrecyWarning id={draft.id} />
          </>
        )}
        <Tick label={t('write.secrecyTick')} checked={secrecy} onChange={setSecrecy} />
        <Saved keeping={keeping} />
        <Problem error={error} />
        <Button
          kind="main wide"
          onPress={ask}
          disabled={!secrecy || keeping.handedIn || !isWhole(fields, textMin, textMax)}
        >
          {t('write.submit')}
        </Button>
        <p className="quiet">{t('write.needs')}</p>
        {count > textMax && <p className="bad">{t('write.tooMuchText', { max: textMax, count })}</p>}
        {count < textMin && <p className="quiet">{t('write.needsText', { min: textMin, count })}</p>}
        {draft.version === null ? (
          <RemoveDraft remove={remove} />
        ) : (
          <GiveUp id={draft.id} remove={remove} withdraw={withdraw} />
        )}
      </div>
      {asking && (
        <Ask
          title={askWords(asking.told)}
          actions={
            <>
              <Button kind="main" onPress={submit} disabled={busy}>
                {t('write.submit')}
              </Button>
              <Button onPress={() => setAsking(null)}>{t('write.notYet')}</Button>
            </>
          }
        >
          {!asking.told && <p>{t('write.askOffline')}</p>}
          <p>{t('write.askMore', { title: fields.title, count: withoutEmptyRows(fields).length })}</p>
          <StillAsked id={draft.id} />
          <Similar id={draft.id} fields={fields} />
        </Ask>
      )}
    </Refreshable>
  );
}

/** What was never handed in is thrown away; what came back is withdrawn. */
function GiveUp({ id, remove, withdraw }: { id: string; remove: () => Promise<void>; withdraw: () => Promise<void> }) {
  const { data } = useRemote(proposalBy, id);
  switch (endOf(data?.can)) {
    case 'delete':
      return <RemoveDraft remove={remove} />;
    case 'withdraw':
      return <Withdraw of="proposal" withdraw={withdraw} />;
    case null:
      return null;
  }
}

/** Words that may be secret: a warning to look again, nothing more. */
function SecrecyWarning({ id }: { id: string }) {
  const { data } = useRemote(proposalBy, id);
  if (!data || data.secrecyHits.length === 0) return null;
  return <p className="problem">{t('write.secrecyHits', { words: data.secrecyHits.join(t('comma')) })}</p>;
}

/** Who has not answered will not be among the signers. */
function StillAsked({ id }: { id: string }) {
  const { data } = useRemote(proposalBy, id);
  const open = data?.cosigners.filter(({ state }) => state === 'ASKED') ?? [];
  if (open.length === 0) return null;
  return <p className="note">{t('cosign.closesEarly', { names: open.map(({ name }) => name).join(t('comma')) })}</p>;
}

/** The post that it was raised from. */
function Origin({ id }: { id: string }) {
  const { data } = useRemote(proposalBy, id);
  const link = data?.links.find(({ kind, from }) => kind === 'RAISED_AS' && from);
  return link ? <RaisedFrom postId={link.id} /> : null;
}

/** Why it came back, where it did. */
function Returned({ id }: { id: string }) {
  const { data: lines } = useRemote(timelineOf, id);
  const last = lines?.filter(({ kind }) => kind === 'proposal.returned').pop();
  return last?.reason ? <p className="problem">{t('write.returned', { reason: last.reason })}</p> : null;
}

/** Said before it is handed in: what it will count as. Without a connection only the server's clock can say. */
function askWords(preview: SubmissionPreview | null): string {
  if (!preview) return t('write.askUnknown');
  return t(preview.late ? 'write.askLate' : 'write.ask', {
    kind: t(`kind.${preview.kind}`),
    session: preview.sessionName,
  });
}

function Category({
  value,
  problem,
  onChange,
}: {
  value: string;
  problem: string | null;
  onChange: (value: string) => void;
}) {
  const categories = useCategories();
  return (
    <div className="field">
      <label htmlFor="category">{t('write.category')}</label>
      <select
        id="category"
        className="input"
        value={value}
        aria-invalid={Boolean(problem)}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{t('write.choose')}</option>
        {value && !categories.some(({ code }) => code === value) && (
          <option value={value}>{categoryName(value)}</option>
        )}
        {categories.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      {problem && <p className="help bad">{problem}</p>}
    </div>
  );
}

import { useState } from 'react';
import { api, got } from '../../api/client';
import { listing, refreshAll, usePages } from '../../api/remote';
import type { WaitingPost } from '../../api/types';
import { t, tOr } from '../../text/t';
import { moment } from '../../text/time';
import { Listed } from '../../ui/Listed';
import { Button, Problem, Refreshable, Sub, useDoing, Way } from '../../ui/ui';
import { Written } from '../../ui/Written';
import { PostFiles } from './PostFiles';
import { Words } from './Words';

const waitingPosts = listing((after) =>
  got(api.GET('/api/reading-moderation', { params: { query: { after, limit: 20 } } })),
);

/** What is held or reported in the groups that I run, the oldest first. */
export function ModerationPage() {
  const waiting = usePages(waitingPosts);
  return (
    <Sub title={t('moderation.title')} up="/reading">
      <Refreshable reload={waiting.reload}>
        <div className="stack">
          <Listed list={waiting} none={t('moderation.none')}>
            {(items) => (
              <ul className="stack">
                {items.map((each) => (
                  <li key={each.post.id} className="card stack">
                    <Waiting waiting={each} />
                  </li>
                ))}
              </ul>
            )}
          </Listed>
        </div>
      </Refreshable>
    </Sub>
  );
}

function Waiting({ waiting: { groupId, theme, post, words, reports } }: { waiting: WaitingPost }) {
  const [hiding, setHiding] = useState(false);
  const { error, busy, run } = useDoing();
  const params = { path: { groupId, id: post.id } };
  const settle = (call: () => Promise<unknown>) =>
    run(async () => {
      await call();
      refreshAll();
    });
  return (
    <>
      <div className="tight">
        <p className="strong">{t('moderation.by', { author: post.authorName })}</p>
        <p className="quiet">
          {[
            tOr(`post.${post.kind}`, 'post.REPLY'),
            moment(post.createdAt),
            post.heldFor && tOr(`moderation.heldFor.${post.heldFor}`, 'post.held'),
            words.length > 0 && t('moderation.words', { words: words.join(t('comma')) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {post.text && <Written text={post.text} look="prose" />}
      <PostFiles post={post} groupId={groupId} />
      {reports.map((report) => (
        <p key={report.at} className="note">
          {t('moderation.report', { reason: report.reason, at: moment(report.at) })}
        </p>
      ))}
      <div className="actions two">
        {post.can.includes('release') && (
          <Button
            kind="main"
            onPress={() => settle(() => api.PUT('/api/reading-groups/{groupId}/posts/{id}/release', { params }))}
            disabled={busy}
          >
            {t('post.release')}
          </Button>
        )}
        {post.status === 'VISIBLE' && reports.length > 0 && (
          <Button
            kind="main"
            onPress={() => settle(() => api.PUT('/api/reading-groups/{groupId}/posts/{id}/keeping', { params }))}
            disabled={busy}
          >
            {t('moderation.keep')}
          </Button>
        )}
        {post.can.includes('hide') && <Button onPress={() => setHiding(true)}>{t('post.hide')}</Button>}
      </div>
      <Problem error={error} />
      <Way kind="plain small" to={`/reading/${groupId}`}>
        {t('moderation.group', { theme })}
      </Way>
      {hiding && (
        <Words
          place={`hide/${post.id}`}
          title={t('post.hideAsk')}
          label={t('post.hideWhy')}
          verb={t('post.hide')}
          onClose={() => setHiding(false)}
          send={async (reason) => {
            await api.PUT('/api/reading-groups/{groupId}/posts/{id}/hiding', { params, body: { reason } });
            setHiding(false);
            refreshAll();
          }}
        />
      )}
    </>
  );
}

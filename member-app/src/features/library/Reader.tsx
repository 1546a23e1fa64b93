import { useEffect, useId, useRef, useState } from 'react';
import { useRemote } from '../../api/remote';
import { useSeat } from '../../session/session';
import { t } from '../../text/t';
import { Button, Problem, useDoing } from '../../ui/ui';
import { ReadAloud } from './ReadAloud';
import { type Article, dropArticle, saveArticle, savedArticles } from './saved';

const sizes = [22, 26, 30];

/** A text alone on the screen, in large letters: read, listened to, and kept on this phone where that may be. */
export function Reader({
  article,
  mayKeep,
  onClose,
}: {
  article: Omit<Article, 'savedAt'>;
  mayKeep: boolean;
  onClose: () => void;
}) {
  const { seat } = useSeat();
  const { data: saved, reload } = useRemote(savedArticles, seat.id);
  const { error, busy, run } = useDoing();
  const id = useId();
  const [size, setSize] = useState(0);
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    page.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const isSaved = saved?.some((each) => each.id === article.id) ?? false;
  const turn = () =>
    run(() => (isSaved ? dropArticle(seat.id, article.id) : saveArticle(seat.id, article)).then(reload));
  return (
    <div
      className="reader"
      role="dialog"
      aria-modal="true"
      aria-labelledby={id}
      tabIndex={-1}
      ref={page}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header className="head">
        <Button kind="plain back" onPress={onClose}>
          {t('back')}
        </Button>
        <h2 id={id}>{article.title}</h2>
      </header>
      <div className="stack reader-body">
        <p className="quiet">{article.by}</p>
        <div className="actions">
          <ReadAloud text={article.text} />
          <Button onPress={() => setSize((now) => (now + 1) % sizes.length)}>{t('saved.larger')}</Button>
          {(mayKeep || isSaved) && (
            <Button onPress={turn} disabled={busy}>
              {t(isSaved ? 'saved.drop' : 'saved.save')}
            </Button>
          )}
        </div>
        {isSaved && <p className="ok">{t('files.saved')}</p>}
        <Problem error={error} />
        <p className="reader-text" style={{ fontSize: sizes[size] }}>
          {article.text}
        </p>
      </div>
    </div>
  );
}

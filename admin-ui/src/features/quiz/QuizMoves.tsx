import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import { api, done, read } from '../../api/client';
import type { Quiz } from '../../api/types';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { at } from './quiz';

type Move = 'publish' | 'withdraw' | 'close' | 'delete';

/** The steps that the server allows, in the order of the course. */
export function QuizMoves({ quiz }: { quiz: Quiz }) {
  const navigate = useNavigate();
  const to = { ...at({ id: quiz.id }), body: { version: quiz.version } };
  const act = useAct(
    (move: Move): Promise<unknown> => {
      switch (move) {
        case 'publish':
          return read(api.PUT('/api/quizzes/{id}/publication', to));
        case 'withdraw':
          return read(api.DELETE('/api/quizzes/{id}/publication', to));
        case 'close':
          return read(api.PUT('/api/quizzes/{id}/closing', to));
        case 'delete':
          return done(api.DELETE('/api/quizzes/{id}', at({ id: quiz.id })));
      }
    },
    (_, move) => move === 'delete' && navigate({ to: '/quizzes' }),
  );
  const busy = (move: Move) => act.isPending && act.variables === move;
  const may = (move: string) => quiz.can.includes(move);
  if (!may('edit')) return null;
  return (
    <Card title={t('proposal.moves')}>
      <div className="moves">
        {may('publish') && quiz.status === 'DRAFT' && (
          <Popconfirm
            title={t('quiz.publishAsk', { members: quiz.members ?? 0, questions: quiz.questions })}
            okText={t('quiz.publish')}
            cancelText={t('common.cancel')}
            onConfirm={() => act.mutate('publish')}
          >
            <Button type="primary" block loading={busy('publish')}>
              {t('quiz.publish')}
            </Button>
          </Popconfirm>
        )}
        <Link to="/quizzes/$id/edit" params={{ id: quiz.id }} className="link-button block">
          {t('common.edit')}
        </Link>
        {may('publish') && quiz.status === 'PUBLISHED' && (
          <>
            <Button block loading={busy('publish')} onClick={() => act.mutate('publish')}>
              {t('quiz.refresh')}
            </Button>
            <p className="quiet">{t('quiz.refreshHelp')}</p>
          </>
        )}
        {may('withdraw') && (
          <Button block loading={busy('withdraw')} onClick={() => act.mutate('withdraw')}>
            {t('quiz.withdraw')}
          </Button>
        )}
        {may('close') && (
          <Popconfirm
            title={t('quiz.closeAsk')}
            okText={t('quiz.close')}
            cancelText={t('common.cancel')}
            onConfirm={() => act.mutate('close')}
          >
            <Button block danger loading={busy('close')}>
              {t('quiz.close')}
            </Button>
          </Popconfirm>
        )}
        {may('delete') && (
          <Popconfirm
            title={t('quiz.deleteAsk')}
            okText={t('common.remove')}
            cancelText={t('common.cancel')}
            onConfirm={() => act.mutate('delete')}
          >
            <Button block danger loading={busy('delete')}>
              {t('common.remove')}
            </Button>
          </Popconfirm>
        )}
        <Problem error={act.error} />
      </div>
    </Card>
  );
}

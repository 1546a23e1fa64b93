import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import { api, done, read } from '../../api/client';
import type { Quiz } from '../../api/types';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { at } from './quiz';

/** The steps that the server allows, in the order of the course. */
export function QuizMoves({ quiz }: { quiz: Quiz }) {
  const navigate = useNavigate();
  const to = { ...at({ id: quiz.id }), body: { version: quiz.version } };
  const publish = useAct(() => read(api.PUT('/api/quizzes/{id}/publication', to)));
  const withdraw = useAct(() => read(api.DELETE('/api/quizzes/{id}/publication', to)));
  const close = useAct(() => read(api.PUT('/api/quizzes/{id}/closing', to)));
  const remove = useAct(
    () => done(api.DELETE('/api/quizzes/{id}', at({ id: quiz.id }))),
    () => navigate({ to: '/quizzes' }),
  );
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
            onConfirm={() => publish.mutate()}
          >
            <Button type="primary" block loading={publish.isPending}>
              {t('quiz.publish')}
            </Button>
          </Popconfirm>
        )}
        <Link to="/quizzes/$id/edit" params={{ id: quiz.id }} className="link-button block">
          {t('common.edit')}
        </Link>
        {may('publish') && quiz.status === 'PUBLISHED' && (
          <>
            <Button block loading={publish.isPending} onClick={() => publish.mutate()}>
              {t('quiz.refresh')}
            </Button>
            <p className="quiet">{t('quiz.refreshHelp')}</p>
          </>
        )}
        {may('withdraw') && (
          <Button block loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t('quiz.withdraw')}
          </Button>
        )}
        {may('close') && (
          <Popconfirm
            title={t('quiz.closeAsk')}
            okText={t('quiz.close')}
            cancelText={t('common.cancel')}
            onConfirm={() => close.mutate()}
          >
            <Button block danger loading={close.isPending}>
              {t('quiz.close')}
            </Button>
          </Popconfirm>
        )}
        {may('delete') && (
          <Popconfirm
            title={t('quiz.deleteAsk')}
            okText={t('common.remove')}
            cancelText={t('common.cancel')}
            onConfirm={() => remove.mutate()}
          >
            <Button block danger loading={remove.isPending}>
              {t('common.remove')}
            </Button>
          </Popconfirm>
        )}
        <Problem error={publish.error ?? withdraw.error ?? close.error ?? remove.error} />
      </div>
    </Card>
  );
}

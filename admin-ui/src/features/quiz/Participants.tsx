import { useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { api, read } from '../../api/client';
import type { Participant, Quiz } from '../../api/types';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { save } from '../../ui/save';
import { t } from '../../ui/text';
import { at } from './quiz';

/** Who took part, by name and in the order of names: only of a quiz that counts toward assessment. */
export function Participants({ quiz }: { quiz: Quiz }) {
  const { data, error } = useQuery({
    queryKey: ['quiz-participants', quiz.id],
    queryFn: () => read(api.GET('/api/quizzes/{id}/participants', at({ id: quiz.id }))),
  });
  if (error) return <Problem error={error} />;
  if (!data) return null;
  const columns = [
    { heading: t('seat.name'), text: (row: Participant) => row.name },
    { heading: t('quiz.best'), text: (row: Participant) => row.best },
    { heading: t('quiz.result'), text: (row: Participant) => t(row.passed ? 'quiz.isPassed' : 'quiz.isNotPassed') },
  ];
  return (
    <Card
      title={t('quiz.participants')}
      extra={
        data.length > 0 && (
          <Button size="small" onClick={() => save(t('quiz.participantsOf', { title: quiz.title }), columns, data)}>
            {t('common.export')}
          </Button>
        )
      }
    >
      <Table<Participant>
        size="small"
        rowKey={(row) => row.seatId}
        dataSource={data}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: t('quiz.nobodyYet') }}
        columns={columns.map((column) => ({
          title: column.heading,
          key: column.heading,
          render: (_, row) => column.text(row),
        }))}
      />
    </Card>
  );
}

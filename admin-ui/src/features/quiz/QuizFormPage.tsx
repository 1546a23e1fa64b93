import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, DatePicker, Form, Input, InputNumber, Radio, Select, Skeleton } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useEffect } from 'react';
import { api, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import { drafts } from '../../api/store';
import type { Quiz, QuizPart } from '../../api/types';
import { counted } from '../../ui/counted';
import { needed } from '../../ui/FormItems';
import { recall, showFields } from '../../ui/FormModal';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { PartsEditor } from './PartsEditor';
import { at, timesWords } from './quiz';

interface Values {
  title: string;
  note?: string;
  kind: Quiz['kind'];
  opensAt: Dayjs | string;
  closesAt: Dayjs | string;
  minutes?: number | null;
  attempts: number;
  totalPoints: number;
  passPoints: number;
  shuffle: boolean;
  partial: boolean;
  showsAnswers: boolean;
  assessed: boolean;
  parts: QuizPart[];
}

const route = getRouteApi('/inside/quizzes/$id/edit');

export function NewQuizPage() {
  return <QuizForm />;
}

export function EditQuizPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['quiz', id],
    queryFn: () => read(api.GET('/api/quizzes/{id}', at({ id }))),
  });
  if (data) return <QuizForm quiz={data} />;
  return (
    <Page title={t('quiz.edit')}>
      {error ? <Problem error={error} retry={() => refetch()} /> : <Skeleton active />}
    </Page>
  );
}

/** What is asked, when, how often, and what passes; on one page. */
function QuizForm({ quiz }: { quiz?: Quiz }) {
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const draft = `quiz.${quiz?.id ?? 'new'}`;
  const send = useAct(
    (values: Values) => {
      const body = {
        ...values,
        minutes: values.minutes ?? undefined,
        opensAt: dayjs(values.opensAt).toISOString(),
        closesAt: dayjs(values.closesAt).toISOString(),
      };
      const edit = ({ id, version }: Pick<Quiz, 'id' | 'version'>) =>
        read(api.PUT('/api/quizzes/{id}', { ...at({ id }), body: { ...body, version } }));
      return quiz
        ? edit(quiz)
        : sendOnce(draft, body, (id) => read(api.POST('/api/quizzes', { body: { ...body, id } })), edit);
    },
    (made) => {
      drafts.drop(draft);
      void navigate({ to: '/quizzes/$id', params: { id: made.id } });
    },
  );
  useEffect(() => showFields(form, send.error), [form, send.error]);
  return (
    <Page
      title={t(quiz ? 'quiz.edit' : 'quiz.create')}
      note={
        quiz ? (
          <Link to="/quizzes/$id" params={{ id: quiz.id }}>
            {t('quiz.backToOne')}
          </Link>
        ) : (
          <Link to="/quizzes">{t('quiz.backToList')}</Link>
        )
      }
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ ...(quiz ?? usual()), ...recall(draft) }}
        onValuesChange={(_, values) => drafts.write(draft, values)}
        onFinish={(values) => send.mutate(values)}
        scrollToFirstError
      >
        {quiz?.status === 'PUBLISHED' && <p className="quiet">{t('quiz.editPublished')}</p>}
        <Basics />
        <Card title={t('quiz.parts')}>
          <PartsEditor />
        </Card>
        <div className="form-foot">
          <Problem error={send.error} />
          <Button type="primary" htmlType="submit" loading={send.isPending}>
            {t(quiz ? 'common.save' : 'quiz.saveDraft')}
          </Button>
        </div>
      </Form>
    </Page>
  );
}

function usual(): Partial<Values> {
  return {
    kind: 'STUDY',
    attempts: 0,
    totalPoints: 100,
    passPoints: 60,
    shuffle: true,
    partial: false,
    showsAnswers: true,
    assessed: false,
    parts: [],
  };
}

const usualTimes = [0, 1, 2, 3, 5, 10, -1];

/** How often one may answer, in words; what was set otherwise before stays among them. */
function Times({ id, value = 0, onChange }: { id?: string; value?: number; onChange?: (times: number) => void }) {
  const times = usualTimes.includes(value) ? usualTimes : [...usualTimes, value];
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      options={times.map((each) => ({ value: each, label: timesWords(each) }))}
    />
  );
}

function Basics() {
  return (
    <Card title={t('quiz.basics')}>
      <Form.Item name="title" label={t('quiz.title')} rules={[{ ...needed('quiz.titleNeeded'), whitespace: true }]}>
        <Input count={counted(60)} />
      </Form.Item>
      <Form.Item name="note" label={t('quiz.note')} extra={t('quiz.noteHelp')}>
        <Input.TextArea autoSize={{ minRows: 2 }} count={counted(2000)} />
      </Form.Item>
      <Form.Item name="kind" label={t('quiz.kindLabel')}>
        <Radio.Group
          options={(['STUDY', 'READING'] as const).map((value) => ({ value, label: nameOf('quiz.kind', value) }))}
        />
      </Form.Item>
      <div className="form-row">
        <Form.Item
          name="opensAt"
          label={t('quiz.opensAt')}
          rules={[needed('common.dayNeeded')]}
          getValueProps={asMoment}
        >
          <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" />
        </Form.Item>
        <Form.Item
          name="closesAt"
          label={t('quiz.closesAt')}
          rules={[needed('common.dayNeeded')]}
          getValueProps={asMoment}
        >
          <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" />
        </Form.Item>
        <Form.Item name="minutes" label={t('quiz.minutes')} extra={t('quiz.minutesHelp')}>
          <InputNumber controls={false} min={1} max={600} precision={0} />
        </Form.Item>
        <Form.Item name="attempts" label={t('quiz.attempts')}>
          <Times />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name="totalPoints" label={t('quiz.totalPoints')} rules={[needed('quiz.pointsNeeded')]}>
          <InputNumber controls={false} min={0.01} max={9999.99} precision={2} />
        </Form.Item>
        <Form.Item name="passPoints" label={t('quiz.passPoints')} rules={[needed('quiz.pointsNeeded')]}>
          <InputNumber controls={false} min={0} max={9999.99} precision={2} />
        </Form.Item>
      </div>
      {(['shuffle', 'partial', 'showsAnswers', 'assessed'] as const).map((name) => (
        <Form.Item key={name} name={name} valuePropName="checked" extra={t(`quiz.${name}Help`)}>
          <Checkbox>{t(`quiz.${name}Label`)}</Checkbox>
        </Form.Item>
      ))}
    </Card>
  );
}

function asMoment(value: Dayjs | string | undefined) {
  return { value: value ? dayjs(value) : undefined };
}

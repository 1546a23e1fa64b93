import { Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { api, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import type { ReadingGroup, ReadingSession } from '../../api/types';
import { counted } from '../../ui/counted';
import { type Days, DaysItem, startAndEnd } from '../../ui/Days';
import { FormModal } from '../../ui/FormModal';
import { nameOf, t } from '../../ui/text';
import { MemberPicker } from './MemberPicker';

const kinds = ['GUIDED', 'ROTA_SHARING', 'READ_ALOUD'] as const;

interface Values {
  kind: (typeof kinds)[number];
  topic: string;
  days: Days;
  bookPart?: string;
  materials?: string;
  guideId?: string;
  hostId?: string;
}

/** One session beside the rotation: a guided reading, a round, or an entry of reading aloud; or a planned one is changed. */
export function PlanSession({
  group,
  session,
  onClose,
}: {
  group: ReadingGroup;
  session?: ReadingSession;
  onClose: () => void;
}) {
  const draft = `reading.session.${session?.id ?? group.id}`;
  const title = t(session ? 'readingSession.do.edit' : 'readingSession.plan');
  return (
    <FormModal<Values>
      title={title}
      verb={title}
      draft={draft}
      initial={session ? valuesOf(session) : { kind: 'GUIDED' }}
      onSend={({ days, ...plan }) => {
        const body = { ...plan, ...startAndEnd(days) };
        if (session) {
          return read(
            api.PUT('/api/reading-groups/{groupId}/sessions/{id}', {
              params: { path: { groupId: group.id, id: session.id } },
              body: { ...body, version: session.version },
            }),
          );
        }
        return sendOnce(draft, body, (id) =>
          read(
            api.POST('/api/reading-groups/{groupId}/sessions', {
              params: { path: { groupId: group.id } },
              body: { ...body, id },
            }),
          ),
        );
      }}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('readingSession.kind')} rules={[{ required: true }]}>
        <Select options={kinds.map((each) => ({ value: each, label: nameOf('readingSession.kind', each) }))} />
      </Form.Item>
      <Form.Item
        name="topic"
        label={t('reading.sessionTopic')}
        rules={[{ required: true, whitespace: true, message: t('reading.wordsNeeded') }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <DaysItem />
      <Form.Item name="hostId" label={t('readingSession.host')}>
        <MemberPicker group={group.id} known={named(session?.hostId, session?.hostName)} />
      </Form.Item>
      <Form.Item name="guideId" label={t('readingSession.guide')}>
        <MemberPicker group={group.id} known={named(session?.guideId, session?.guideName)} />
      </Form.Item>
      <Form.Item name="bookPart" label={t('readingSession.bookPart')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="materials" label={t('readingSession.materials')}>
        <Input.TextArea rows={3} count={counted(2000)} />
      </Form.Item>
    </FormModal>
  );
}

function named(id?: string | null, name?: string | null) {
  return id && name ? { id, name } : undefined;
}

function valuesOf({ kind, topic, startsOn, endsOn, bookPart, materials, guideId, hostId }: ReadingSession): Values {
  return {
    kind,
    topic,
    days: [dayjs(startsOn), dayjs(endsOn)],
    bookPart,
    materials,
    guideId: guideId ?? undefined,
    hostId: hostId ?? undefined,
  };
}

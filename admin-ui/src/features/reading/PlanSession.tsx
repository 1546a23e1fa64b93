import { Form, Input, Select } from 'antd';
import { api, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import type { ReadingGroup, ReadingParticipant } from '../../api/types';
import { type Days, DaysItem, startAndEnd } from '../../ui/Days';
import { FormModal } from '../../ui/FormModal';
import { nameOf, t } from '../../ui/text';

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

/** One session beside the rotation: a guided reading, a round, or an entry of reading aloud. */
export function PlanSession({
  group,
  members,
  onClose,
}: {
  group: ReadingGroup;
  members: readonly ReadingParticipant[];
  onClose: () => void;
}) {
  const draft = `reading.session.${group.id}`;
  const people = members.map(({ seatId, name }) => ({ value: seatId, label: name }));
  return (
    <FormModal<Values>
      title={t('readingSession.plan')}
      verb={t('readingSession.plan')}
      draft={draft}
      initial={{ kind: 'GUIDED' }}
      onSend={({ days, ...plan }) => {
        const body = { ...plan, ...startAndEnd(days) };
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
        <Select allowClear options={people} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="guideId" label={t('readingSession.guide')}>
        <Select allowClear options={people} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="bookPart" label={t('readingSession.bookPart')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="materials" label={t('readingSession.materials')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </FormModal>
  );
}

import { Button, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import type { ReadingGroup } from '../../api/types';
import { counted } from '../../ui/counted';
import { afterToday, DayItem } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { t } from '../../ui/text';
import { MemberPicker } from './MemberPicker';

interface Values {
  seatId: string;
  text: string;
  topic?: string;
  postedOn?: Dayjs;
}

/** What a member wrote on paper, in his name; he is told that it was entered. */
export function EnterNote({ group }: { group: ReadingGroup }) {
  const [entering, setEntering] = useState(false);
  const draft = `reading.enter.${group.id}`;
  const send = ({ seatId, text, topic, postedOn }: Values) => {
    const words = { seatId, text, topic, postedOn: postedOn && dayjs(postedOn).format('YYYY-MM-DD') };
    return sendOnce(draft, words, (id) =>
      read(
        api.POST('/api/reading-groups/{groupId}/posts/entered', {
          params: { path: { groupId: group.id } },
          body: { id, ...words },
        }),
      ),
    );
  };
  return (
    <>
      <Button onClick={() => setEntering(true)}>{t('reading.enterNote')}</Button>
      {entering && (
        <FormModal<Values>
          title={t('reading.enterNote')}
          verb={t('reading.enterVerb')}
          draft={draft}
          initial={{}}
          onSend={send}
          onClose={() => setEntering(false)}
        >
          <Form.Item
            name="seatId"
            label={t('reading.noteAuthor')}
            extra={t('reading.enterHelp')}
            rules={[{ required: true, message: t('reading.memberNeeded') }]}
          >
            <MemberPicker group={group.id} />
          </Form.Item>
          <Form.Item
            name="text"
            label={t('reading.noteText')}
            rules={[{ required: true, whitespace: true, message: t('reading.wordsNeeded') }]}
          >
            <Input.TextArea rows={8} count={counted(5000)} />
          </Form.Item>
          <Form.Item name="topic" label={t('reading.noteTopic')}>
            <Input maxLength={30} />
          </Form.Item>
          <DayItem
            name="postedOn"
            label={t('reading.noteDay')}
            help={t('reading.noteDayHelp')}
            optional
            not={afterToday}
          />
        </FormModal>
      )}
    </>
  );
}

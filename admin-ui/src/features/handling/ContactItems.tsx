import { Form, Input, Select } from 'antd';
import type { Contact } from '../../api/types';
import { afterToday, type Day, DayItem, dayOf, needed } from '../../ui/FormItems';
import { nameOf, t } from '../../ui/text';

export interface Talk {
  mode: Contact['mode'];
  on: Day;
  who: string;
  text?: string;
}

const modes: readonly Contact['mode'][] = ['MEET', 'FORUM', 'PHONE', 'MAIL', 'LETTER', 'OTHER'];

/** How, when and who talked with whose matter it is. */
export function ContactItems({ within = [], label }: { within?: string[]; label: string }) {
  return (
    <div className="form-row">
      <Form.Item name={[...within, 'mode']} label={label} rules={[needed('reply.contactNeeded')]}>
        <Select options={modes.map((value) => ({ value, label: nameOf('contact', value) }))} />
      </Form.Item>
      <DayItem name={[...within, 'on']} label={t('reply.contactOn')} not={afterToday} />
      <Form.Item name={[...within, 'who']} label={t('reply.contactWho')} rules={[needed('reply.contactWhoNeeded')]}>
        <Input maxLength={50} />
      </Form.Item>
    </div>
  );
}

export function toContact(talk: Talk) {
  return { ...talk, on: dayOf(talk.on) };
}

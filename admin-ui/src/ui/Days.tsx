import { DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { t } from './text';

/** What `DaysItem` gives a form, under the name `days`; a draft brings back texts. */
export type Days = [Dayjs, Dayjs];

/** The first and the last day of something, both required. */
export function DaysItem() {
  return (
    <Form.Item
      name="days"
      label={t('reading.dates')}
      rules={[{ required: true, message: t('common.dayNeeded') }]}
      getValueProps={(days: Days | undefined) => ({ value: days?.map((each) => dayjs(each)) })}
    >
      <DatePicker.RangePicker />
    </Form.Item>
  );
}

export function startAndEnd([from, to]: Days): { startsOn: string; endsOn: string } {
  return { startsOn: dayjs(from).format('YYYY-MM-DD'), endsOn: dayjs(to).format('YYYY-MM-DD') };
}

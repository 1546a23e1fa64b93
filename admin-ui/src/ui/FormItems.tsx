import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { counted } from './counted';
import { t } from './text';

export type Day = Dayjs | string;

export function dayOf(value: Day): string;
export function dayOf(value: Day | null | undefined): string | undefined;
export function dayOf(value: Day | null | undefined): string | undefined {
  return value ? dayjs(value).format('YYYY-MM-DD') : undefined;
}

export function ReasonItem({ optional, label }: { optional?: boolean; label?: string }) {
  return (
    <Form.Item
      name="reason"
      label={label ?? t('common.reason')}
      rules={optional ? [] : [{ required: true, whitespace: true, message: t('common.reasonNeeded') }]}
    >
      <Input.TextArea rows={3} count={counted(500)} />
    </Form.Item>
  );
}

interface DayItemProps {
  name: string | (string | number)[];
  label: string;
  help?: string;
  optional?: boolean;
  /** Days that cannot be chosen. */
  not: (day: Dayjs) => boolean;
}

export function DayItem({ name, label, help, optional, not }: DayItemProps) {
  return (
    <Form.Item
      name={name}
      label={label}
      extra={help}
      rules={optional ? [] : [{ required: true, message: t('common.dayNeeded') }]}
      getValueProps={(value) => ({ value: value ? dayjs(value) : undefined })}
    >
      <DatePicker disabledDate={not} />
    </Form.Item>
  );
}

export const afterToday = (day: Dayjs) => day.isAfter(dayjs(), 'day');
export const notAfterToday = (day: Dayjs) => !day.isAfter(dayjs(), 'day');

export function needed(message: Parameters<typeof t>[0]) {
  return { required: true, message: t(message) };
}

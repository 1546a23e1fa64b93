import { DatePicker, Form, Input, InputNumber, Select, Switch } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { api, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import { useSectors, useSpecialCommittees } from '../../api/sectors';
import type { ReadingGroup } from '../../api/types';
import { counted } from '../../ui/counted';
import { FormModal } from '../../ui/FormModal';
import { SeatPicker } from '../../ui/SeatPicker';
import { nameOf, t } from '../../ui/text';
import { useListedBooks } from './book';
import { useOpenTerms } from './GroupMoves';

interface Values {
  theme: string;
  book?: string;
  bookIds?: string[];
  introduction?: string;
  startsOn: Dayjs | string;
  endsOn: Dayjs | string;
  visibility?: ReadingGroup['visibility'];
  sectionId?: string | null;
  capacity?: number | null;
  cadence?: ReadingGroup['cadence'];
  reviewFirst?: boolean;
  termId?: string | null;
  ownerId?: string;
}

const visibilities = ['MEMBERS', 'GUESTS', 'SECTOR', 'SPECIAL_COMMITTEE', 'INVITED'] as const;
const cadences = ['DAY', 'WEEK', 'MONTH'] as const;

/** A group needs a theme, a book and dates; it is opened by a second step. */
export function ReadingGroupModal({ group, onClose }: { group?: ReadingGroup; onClose: () => void }) {
  const terms = useOpenTerms();
  const books = useListedBooks(group);
  const send = (values: Values) => {
    const body = {
      theme: values.theme,
      book: values.book ?? '',
      bookIds: values.bookIds ?? [],
      introduction: values.introduction,
      visibility: values.visibility,
      sectionId: isForSection(values.visibility) ? values.sectionId : undefined,
      capacity: values.capacity,
      cadence: values.cadence,
      reviewFirst: values.reviewFirst,
      termId: values.termId,
      ownerId: group ? group.ownerId : values.ownerId,
      startsOn: dayjs(values.startsOn).format('YYYY-MM-DD'),
      endsOn: dayjs(values.endsOn).format('YYYY-MM-DD'),
    };
    const edit = ({ id, version }: Pick<ReadingGroup, 'id' | 'version'>) =>
      read(api.PUT('/api/reading-groups/{id}', { params: { path: { id } }, body: { ...body, version } }));
    return group
      ? edit(group)
      : sendOnce('reading.new', body, (id) => read(api.POST('/api/reading-groups', { body: { ...body, id } })), edit);
  };
  return (
    <FormModal<Values>
      title={group ? t('reading.edit') : t('reading.create')}
      verb={group ? t('common.save') : t('reading.create')}
      draft={`reading.${group?.id ?? 'new'}`}
      initial={
        group
          ? { ...group, bookIds: group.books.map((each) => each.id) }
          : { visibility: 'MEMBERS', cadence: 'WEEK', reviewFirst: false }
      }
      onSend={send}
      onClose={onClose}
    >
      <Form.Item
        name="theme"
        label={t('reading.theme')}
        extra={t('reading.themeHelp')}
        rules={[{ required: true, whitespace: true, message: t('reading.themeNeeded') }]}
      >
        <Input count={counted(60)} />
      </Form.Item>
      <Form.Item name="bookIds" label={t('book.listed')} extra={t('book.listedHelp')}>
        <Select mode="multiple" maxCount={10} options={books} optionFilterProp="label" allowClear />
      </Form.Item>
      <Form.Item
        name="book"
        label={t('book.proposed')}
        extra={t('book.proposedHelp')}
        dependencies={['bookIds']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value: string | undefined) =>
              value?.trim() || getFieldValue('bookIds')?.length
                ? Promise.resolve()
                : Promise.reject(t('reading.bookNeeded')),
          }),
        ]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="introduction" label={t('reading.introduction')} extra={t('reading.introductionHelp')}>
        <Input.TextArea rows={5} count={counted(2000)} />
      </Form.Item>
      <div className="form-row">
        <Form.Item
          name="startsOn"
          label={t('reading.startsOn')}
          rules={[{ required: true, message: t('common.dayNeeded') }]}
          getValueProps={asDay}
        >
          <DatePicker />
        </Form.Item>
        <Form.Item
          name="endsOn"
          label={t('reading.endsOn')}
          dependencies={['startsOn']}
          getValueProps={asDay}
          rules={[
            { required: true, message: t('common.dayNeeded') },
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                value && dayjs(value).isBefore(dayjs(getFieldValue('startsOn')), 'day')
                  ? Promise.reject(t('reading.endsBeforeStart'))
                  : Promise.resolve(),
            }),
          ]}
        >
          <DatePicker />
        </Form.Item>
      </div>
      {!group && (
        <Form.Item name="ownerId" label={t('reading.owner')} extra={t('reading.ownerHelp')}>
          <SeatPicker />
        </Form.Item>
      )}
      <div className="form-row">
        <Form.Item name="visibility" label={t('reading.visibility')}>
          <Select options={visibilities.map((each) => ({ value: each, label: nameOf('reading.visibility', each) }))} />
        </Form.Item>
        <Form.Item name="cadence" label={t('reading.cadenceLabel')}>
          <Select options={cadences.map((each) => ({ value: each, label: nameOf('reading.cadence', each) }))} />
        </Form.Item>
      </div>
      <Form.Item noStyle dependencies={['visibility']}>
        {({ getFieldValue }) => <Section visibility={getFieldValue('visibility')} now={group?.sectionId} />}
      </Form.Item>
      <div className="form-row">
        <Form.Item name="capacity" label={t('reading.capacity')} extra={t('reading.capacityHelp')}>
          <InputNumber controls={false} min={2} max={5000} />
        </Form.Item>
        <Form.Item name="termId" label={t('readingTerm.title')}>
          <Select allowClear options={terms} />
        </Form.Item>
      </div>
      <Form.Item name="reviewFirst" label={t('reading.reviewFirst')} valuePropName="checked">
        <Switch checkedChildren={t('common.yes')} unCheckedChildren={t('common.no')} />
      </Form.Item>
    </FormModal>
  );
}

function isForSection(visibility: Values['visibility']): visibility is 'SECTOR' | 'SPECIAL_COMMITTEE' {
  return visibility === 'SECTOR' || visibility === 'SPECIAL_COMMITTEE';
}

/** The sector or the special committee that alone sees the group; one that has ended stays where it is chosen already. */
function Section({ visibility, now }: { visibility: Values['visibility']; now?: string | null }) {
  const sectors = useSectors();
  const specialCommittees = useSpecialCommittees();
  if (!isForSection(visibility)) return null;
  const all = visibility === 'SECTOR' ? sectors : specialCommittees;
  return (
    <Form.Item
      key={visibility}
      name="sectionId"
      label={nameOf('reading.section', visibility)}
      rules={[{ required: true, message: t('reading.sectionNeeded') }]}
    >
      <Select
        showSearch
        optionFilterProp="label"
        options={all
          .filter(({ id, retiredOn }) => id === now || !retiredOn)
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
}

function asDay(value: Dayjs | string | undefined) {
  return { value: value ? dayjs(value) : undefined };
}

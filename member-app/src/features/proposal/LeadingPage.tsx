import { api, got } from '../../api/client';
import { listing, type Pages, usePages } from '../../api/remote';
import type { KeyProposal } from '../../api/types';
import { useSeat } from '../../session/session';
import { t, tOr } from '../../text/t';
import { day } from '../../text/time';
import { Listed } from '../../ui/Listed';
import { LineTo, Refreshable, Sub } from '../../ui/ui';

const led = listing((after) => got(api.GET('/api/led-proposals', { params: { query: { after, limit: 20 } } })));
const keys = listing((after) => got(api.GET('/api/key-proposals', { params: { query: { after, limit: 20 } } })));
const supervised = listing((after) =>
  got(api.GET('/api/assignments', { params: { query: { due: 'SUPERVISED', after, limit: 20 } } })),
);

const steps = ['NOTICE', 'FIRST_MEETING', 'SECOND_MEETING'] as const;

/** The key proposals that I lead; for the chair council also all of them, and what is so late that it was told. */
export function LeadingPage() {
  const { seat } = useSeat();
  const mine = usePages(led);
  return (
    <Sub title={t('leading.title')} up="/proposals">
      <Refreshable reload={mine.reload}>
        <div className="stack">
          <h2>{t('leading.mine')}</h2>
          <Keys list={mine} none={t('leading.none')} />
          {seat.roles.includes('CHAIR_COUNCIL') && <Council />}
        </div>
      </Refreshable>
    </Sub>
  );
}

function Council() {
  const all = usePages(keys);
  return (
    <>
      <h2>{t('leading.all')}</h2>
      <Keys list={all} none={t('leading.noKeys')} />
      <Late />
    </>
  );
}

function Keys({ list, none }: { list: Pages<KeyProposal>; none: string }) {
  return (
    <Listed list={list} none={none}>
      {(items) => (
        <ul className="stack">
          {items.map((each) => (
            <Key key={each.id} proposal={each} />
          ))}
        </ul>
      )}
    </Listed>
  );
}

/** How far the notice and the two meetings have come, in words as well as in marks. */
function Key({ proposal: { id, title, caseNo, leader, light, steps: taken, meeting } }: { proposal: KeyProposal }) {
  return (
    <li className="card stack">
      <LineTo to={`/proposals/${id}`}>
        <span className="strong">{title}</span>
        <br />
        <span className="quiet">
          {[caseNo && t('proposals.caseNo', { caseNo }), leader].filter(Boolean).join(' · ')}
        </span>
      </LineTo>
      <p>
        <span className={light === 'LATE' ? 'tag bad' : 'tag'}>{tOr(`light.${light}`, 'status.other')}</span>
      </p>
      <ul className="tight">
        {steps.map((step) => {
          const on = taken.find((each) => each.step === step)?.on;
          return (
            <li key={step} className={on ? '' : 'quiet'}>
              <span aria-hidden="true">{on ? '✓ ' : '○ '}</span>
              {tOr(`step.${step}`, 'status.other')}：{on ? day(on) : t('leading.notYet')}
            </li>
          );
        })}
      </ul>
      {meeting && <p>{t('leading.meeting', { day: day(meeting.on), place: meeting.place })}</p>}
    </li>
  );
}

function Late() {
  const late = usePages(supervised);
  return (
    <>
      <h2>{t('leading.late')}</h2>
      <Listed list={late} none={t('leading.noneLate')}>
        {(items) => (
          <ul className="stack">
            {items.map(({ id, number, title, unitName, replyBy, urgedOn }) => (
              <li key={id} className="card tight">
                <p className="strong">{title}</p>
                <p className="quiet">
                  {[number && t('proposals.caseNo', { caseNo: number }), unitName].filter(Boolean).join(' · ')}
                </p>
                <p className="bad">{t('leading.due', { day: day(replyBy) })}</p>
                {urgedOn && <p className="quiet">{t('leading.urged', { day: day(urgedOn) })}</p>}
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </>
  );
}

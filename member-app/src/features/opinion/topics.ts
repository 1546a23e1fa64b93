import { api, got } from '../../api/client';
import { keptQuestion, useRemote } from '../../api/remote';
import { tIf } from '../../text/t';

/** What a committee has until it decides otherwise; shown while nothing of its own is known here. */
const standard = ['ECONOMY', 'POLITICS', 'CULTURE', 'SOCIETY', 'ECOLOGY', 'OTHER'] as const;

const topics = keptQuestion('opinion-topics', () => got(api.GET('/api/opinion-topics')));

/** A topic in words; what was written before there was a list carries its own. */
export function topicName(topic: string): string {
  return tIf(`category.${topic}`) ?? topic;
}

/** Those that may be chosen here, by code and name. */
export function useTopics(): readonly { code: string; name: string }[] {
  const { data } = useRemote(topics);
  return data ?? standard.map((code) => ({ code, name: topicName(code) }));
}

import { AttemptPage } from './AttemptPage';
import { QuizPage } from './QuizPage';
import { QuizzesPage } from './QuizzesPage';

/** The pages of quizzes, loaded together when one of them is opened first. */
export function Quiz({ page, id }: { page: 'list' | 'show' | 'attempt'; id: string }) {
  switch (page) {
    case 'list':
      return <QuizzesPage />;
    case 'show':
      return <QuizPage key={id} id={id} />;
    case 'attempt':
      return <AttemptPage key={id} id={id} />;
  }
}

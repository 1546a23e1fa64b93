/** Where a thing named by the server is shown. */
export function wayTo(subjectType: string, subjectId: string): string {
  switch (subjectType.toUpperCase()) {
    case 'PROPOSAL':
      return `/proposals/${subjectId}`;
    case 'OPINION_REPORT':
      return `/opinions/${subjectId}`;
    case 'OPINION_COMMISSION':
      return '/opinions';
    case 'READING_GROUP':
      return `/reading/${subjectId}`;
    case 'READING_POST':
      return `/reading/posts/${subjectId}`;
    case 'READING_BOOK':
      return `/books/${subjectId}`;
    case 'QUIZ':
      return `/quizzes/${subjectId}`;
    case 'QUIZ_ATTEMPT':
      return `/quiz-attempts/${subjectId}`;
    case 'COMPLAINT':
      return '/me/complaints';
    default:
      return '/';
  }
}

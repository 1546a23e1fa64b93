/**
 * The words about whose matter it is: a proposal has a proponent, who rates the reply; a report has an author, and nobody
 * rates what is replied to it.
 */
export function subjectWords({ subjectType }: { subjectType: string }) {
  return subjectType === 'opinion_report' ? ofReport : ofProposal;
}

const ofProposal = {
  by: 'assignment.by',
  contactTitle: 'contact.title',
  contactMode: 'reply.contactMode',
  contacted: 'reply.contacted',
  opinionHelp: 'opinion.help',
  textHelp: 'reply.textHelp',
  sendHelp: 'reply.sendHelp',
  approve: 'review.approve',
} as const;

const ofReport = {
  by: 'assignment.byAuthor',
  contactTitle: 'contact.titleOfReport',
  contactMode: 'reply.contactModeOfReport',
  contacted: 'reply.contactedOfReport',
  opinionHelp: 'opinion.helpOfReport',
  textHelp: 'reply.textHelpOfReport',
  sendHelp: 'reply.sendHelpOfReport',
  approve: 'review.approveOfReport',
} as const;

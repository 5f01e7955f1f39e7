/**
 * Who may do what, and to whose records. Read a row aloud:
 * "A caseworker may sign a note for cases in their caseload."
 *
 * A cell is a reach: `none`, `own` (what one made or is), `caseload` (cases on whose team one stands, in that role),
 * `office` (one's office), `addressed` (addressed to one's association), `all` (the organisation; never for client data).
 */
export const ROLES = [
  'COORDINATOR',
  'CASEWORKER',
  'COUNSELLOR',
  'LEGAL',
  'HOUSING',
  'FAMILY_LINKS',
  'PARTNER',
  'AUDITOR',
  'ADMIN',
] as const;
export type Role = (typeof ROLES)[number];

export const REACHES = ['none', 'own', 'caseload', 'addressed', 'office', 'all'] as const;
export type Reach = (typeof REACHES)[number];

export type Row = readonly [Reach, Reach, Reach, Reach, Reach, Reach, Reach, Reach, Reach];

const none = 'none';
const own = 'own';
const caseload = 'caseload';
const office = 'office';
const all = 'all';

// prettier-ignore
export const ACCESS = {
  //                         coordinator caseworker counsellor legal     housing   links     partner    auditor  admin
  // one's own session and account
  'session:read':            [own,       own,       own,       own,      own,      own,      own,       own,     own],
  'session:end':             [own,       own,       own,       own,      own,      own,      own,       own,     own],
  'session:prove':           [own,       own,       own,       own,      own,      own,      own,       own,     own],
  'account:read':            [own,       own,       own,       own,      own,      own,      own,       own,     own],
  'account:change':          [own,       own,       own,       own,      own,      own,      own,       own,     own],
  'account:declare-tie':     [own,       own,       own,       own,      own,      own,      own,       own,     own],

  // staff: who works here
  'staff:list':              [office,    office,    office,    office,   office,   office,   none,      all,     all],
  'staff:read':              [office,    none,      none,      none,     none,     none,     none,      all,     all],
  'staff:invite':            [office,    none,      none,      none,     none,     none,     none,      none,    all],
  'staff:confirm':           [office,    none,      none,      none,     none,     none,     none,      all,     none],
  'staff:grant-role':        [office,    none,      none,      none,     none,     none,     none,      none,    all],
  'staff:end-role':          [office,    none,      none,      none,     none,     none,     none,      none,    all],
  'staff:suspend':           [office,    none,      none,      none,     none,     none,     none,      none,    all],
  'staff:reinstate':         [office,    none,      none,      none,     none,     none,     none,      none,    all],
  'staff:end':               [office,    none,      none,      none,     none,     none,     none,      none,    all],
  'staff:reset':             [none,      none,      none,      none,     none,     none,     none,      none,    all],
  'staff:decide-tie':        [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'office:read':             [office,    office,    office,    office,   office,   office,   none,      all,     all],
  'office:create':           [none,      none,      none,      none,     none,     none,     none,      none,    all],
  'office:edit':             [office,    none,      none,      none,     none,     none,     none,      none,    all],

  // enquiries and intake: open to the office until admitted or declined
  'enquiry:list':            [office,    office,    none,      none,     none,     none,     none,      none,    none],
  'enquiry:read':            [office,    office,    none,      none,     none,     none,     none,      none,    none],
  'enquiry:create':          [office,    office,    none,      none,     none,     none,     none,      none,    none],
  'enquiry:edit':            [office,    office,    none,      none,     none,     none,     none,      none,    none],
  'enquiry:start_intake':    [none,      office,    none,      none,     none,     none,     none,      none,    none],
  'enquiry:decline':         [office,    office,    none,      none,     none,     none,     none,      none,    none],
  'enquiry:propose_admission': [none,    office,    none,      none,     none,     none,     none,      none,    none],
  'enquiry:see-candidates':  [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'enquiry:ask-about-tie':   [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'enquiry:admit':           [office,    none,      none,      none,     none,     none,     none,      none,    none],

  'duplicate:list':          [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'duplicate:settle':        [office,    none,      none,      none,     none,     none,     none,      none,    none],

  // clients
  'client:search':           [office,    caseload,  caseload,  caseload, caseload, caseload, none,      none,    none],
  'client:read':             [office,    caseload,  caseload,  caseload, caseload, caseload, none,      none,    none],
  'client:edit':             [office,    caseload,  none,      none,     none,     none,     none,      none,    none],
  'name:read':               [office,    caseload,  none,      caseload, none,     caseload, none,      none,    none],
  'name:edit':               [none,      caseload,  none,      caseload, none,     caseload, none,      none,    none],
  'identity:read':           [office,    caseload,  none,      caseload, none,     caseload, none,      none,    none],
  'identity:edit':           [none,      caseload,  none,      caseload, none,     none,     none,      none,    none],
  'contact:read':            [office,    caseload,  caseload,  caseload, caseload, caseload, none,      none,    none],
  'contact:edit':            [none,      caseload,  caseload,  none,     none,     caseload, none,      none,    none],
  'contact:reveal':          [office,    caseload,  caseload,  caseload, caseload, caseload, none,      none,    none],
  'location:reveal':         [office,    caseload,  none,      caseload, office,   none,     none,      none,    none],
  'location:edit':           [none,      caseload,  none,      none,     office,   none,     none,      none,    none],
  'duress:reveal':           [office,    caseload,  none,      none,     none,     none,     none,      none,    none],

  // cases and their teams
  'case:list':               [office,    caseload,  caseload,  caseload, caseload, caseload, none,      none,    none],
  'case:read':               [office,    caseload,  caseload,  caseload, caseload, caseload, none,      none,    none],
  'case:edit':               [office,    caseload,  none,      none,     none,     none,     none,      none,    none],
  'case:complete_assessment': [none,     caseload,  none,      none,     none,     none,     none,      none,    none],
  'case:submit_plan':        [none,      caseload,  none,      none,     none,     none,     none,      none,    none],
  'case:approve_plan':       [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'case:return_plan':        [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'case:revise_plan':        [office,    caseload,  none,      none,     none,     none,     none,      none,    none],
  'case:hold':               [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'case:resume':             [office,    caseload,  none,      none,     none,     none,     none,      none,    none],
  'case:request_closure':    [none,      caseload,  none,      none,     none,     none,     none,      none,    none],
  'case:approve_closure':    [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'case:reject_closure':     [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'case:reject_closure_early': [office,  none,      none,      none,     none,     none,     none,      none,    none],
  'case:reopen':             [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'case:see-candidates':     [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'case:allocate':           [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'team:read':               [office,    caseload,  caseload,  caseload, caseload, caseload, none,      none,    none],
  'team:see-candidates':     [office,    caseload,  none,      none,     none,     none,     none,      none,    none],
  'team:propose':            [office,    caseload,  none,      none,     none,     none,     none,      none,    none],
  'team:answer':             [own,       own,       own,       own,      own,      own,      none,      none,    none],
  'team:record-client-answer': [office,  caseload,  none,      none,     none,     none,     none,      none,    none],
  'team:end':                [office,    caseload,  none,      none,     none,     none,     none,      none,    none],
  'team:leave':              [own,       own,       own,       own,      own,      own,      none,      none,    none],
  // a request to a specialty waits in its queue of the office; taking it up is how a specialist gets in
  'specialist:read':         [office,    caseload,  none,      none,     none,     none,     none,      none,    none],
  'specialist:request':      [office,    caseload,  none,      none,     none,     none,     none,      none,    none],
  'specialist:withdraw':     [office,    caseload,  none,      none,     none,     none,     none,      none,    none],
  'specialist:see-queue':    [none,      none,      office,    office,   office,   office,   none,      none,    none],
  'specialist:take-up':      [none,      none,      office,    office,   office,   office,   none,      none,    none],
  'specialist:decline':      [none,      none,      office,    office,   office,   office,   none,      none,    none],
  'block:read':              [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'block:set':               [office,    caseload,  none,      none,     none,     none,     none,      none,    none],
  'block:lift':              [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'report:read':             [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'board:read':              [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'day:read':                [own,       own,       own,       own,      own,      own,      none,      none,    none],

  // notes
  'note:read':               [office,    caseload,  caseload,  caseload, none,     none,     none,      none,    none],
  'note:write':              [none,      caseload,  caseload,  caseload, none,     none,     none,      none,    none],
  'note:read-restricted':    [office,    caseload,  none,      none,     none,     none,     none,      none,    none],
  'note:write-restricted':   [none,      caseload,  none,      none,     none,     none,     none,      none,    none],
  'note:read-privileged':    [none,      none,      none,      caseload, none,     none,     none,      none,    none],
  'note:write-privileged':   [none,      none,      none,      caseload, none,     none,     none,      none,    none],
  'note:ask-void':           [none,      own,       own,       own,      none,     none,     none,      none,    none],
  'note:confirm-void':       [office,    none,      none,      none,     none,     none,     none,      none,    none],

  // risk and safety
  'risk:read':               [office,    caseload,  caseload,  caseload, none,     caseload, none,      none,    none],
  'risk:assess':             [office,    caseload,  caseload,  none,     none,     none,     none,      none,    none],
  'risk:confirm':            [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'safety:read-measures':    [office,    caseload,  caseload,  caseload, caseload, caseload, none,      none,    none],
  'safety:plan':             [office,    caseload,  caseload,  none,     none,     none,     none,      none,    none],
  // the word that tells nobody at the screen anything: a duress word was heard
  'contact:heard':           [office,    caseload,  caseload,  caseload, caseload, caseload, none,      none,    none],
  'contact:use':             [office,    caseload,  caseload,  caseload, caseload, caseload, none,      none,    none],

  // who is on duty, and what waits for them
  'duty:read':               [office,    office,    office,    office,   office,   office,   none,      none,    none],
  'duty:plan':               [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'danger:raise':            [office,    caseload,  caseload,  caseload, caseload, caseload, none,      none,    none],
  'danger:read':             [office,    caseload,  caseload,  caseload, caseload, caseload, none,      none,    none],
  'danger:take':             [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'danger:hand_back':        [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'danger:settle':           [office,    none,      none,      none,     none,     none,     none,      none,    none],

  // incidents
  'incident:report':         [office,    caseload,  caseload,  none,     caseload, caseload, none,      none,    none],
  'incident:read':           [office,    caseload,  caseload,  caseload, none,     caseload, none,      none,    none],
  'incident:edit':           [office,    caseload,  none,      none,     none,     none,     none,      none,    none],
  'incident:see-reporter':   [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'incident:assess':         [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'incident:act':            [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'incident:monitor':        [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'incident:close':          [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'incident:reopen':         [office,    none,      none,      none,     none,     none,     none,      none,    none],

  // counselling: a counsellor with the duty lead has the office besides the caseload (what that means is said in the records)
  'counselling:read':           [office, caseload, caseload, none, none, none, none, none, none],
  'counselling:request':        [office, caseload, caseload, none, none, none, none, none, none],
  'counselling:read-summary':   [none,   caseload, caseload, none, none, none, none, none, none],
  'counselling:list':           [none,   none,     caseload, none, none, none, none, none, none],
  // one word for all that is done on an episode besides its steps: the log tells nobody which of it was a private note (R-CN-01)
  'counselling:work':           [none,   none,     caseload, none, none, none, none, none, none],
  'counselling:triage':         [none,   none,     caseload, none, none, none, none, none, none],
  'counselling:waitlist':       [none,   none,     caseload, none, none, none, none, none, none],
  'counselling:allocate':       [none,   none,     caseload, none, none, none, none, none, none],
  'counselling:hand_over':      [none,   none,     caseload, none, none, none, none, none, none],
  'counselling:decline':        [none,   none,     caseload, none, none, none, none, none, none],
  'counselling:begin':          [none,   none,     caseload, none, none, none, none, none, none],
  'counselling:refer_on':       [none,   none,     caseload, none, none, none, none, none, none],
  'counselling:pause':          [none,   none,     caseload, none, none, none, none, none, none],
  'counselling:resume':         [none,   none,     caseload, none, none, none, none, none, none],
  'counselling:plan_ending':    [none,   none,     caseload, none, none, none, none, none, none],
  'counselling:end_unplanned':  [none,   none,     caseload, none, none, none, none, none, none],
  'counselling:continue':       [none,   none,     caseload, none, none, none, none, none, none],
  'counselling:end':            [none,   none,     caseload, none, none, none, none, none, none],
  'clinical-note:read':         [none,   none,     caseload, none, none, none, none, none, none],
  'clinical-note:read-risk':    [office, caseload, caseload, none, none, none, none, none, none],
  'clinical-note:write':        [none,   none,     caseload, none, none, none, none, none, none],
  'screening:read':             [none,   none,     caseload, none, none, none, none, none, none],
  'screening:read-wellbeing':   [none,   caseload, caseload, none, none, none, none, none, none],
  'screening:record':           [none,   none,     caseload, none, none, none, none, none, none],
  'instrument:read':            [none,   none,     office,   none, none, none, none, none, none],
  'instrument:license':         [none,   none,     office,   none, none, none, none, none, none],
  'supervision:record':         [none,   none,     own,      none, none, none, none, none, none],
  'report:read-counselling':    [office, none,     office,   none, none, none, none, none, none],

  // documents: whoever reads the list sees the shelves that their words open
  'document:read':           [office,    caseload,  caseload,  caseload, caseload, caseload, none,      none,    none],
  'document:read-general':   [office,    caseload,  none,      none,     none,     none,     none,      none,    none],
  'document:read-identity':  [office,    caseload,  none,      caseload, none,     caseload, none,      none,    none],
  'document:read-legal':     [office,    caseload,  none,      caseload, none,     none,     none,      none,    none],
  'document:read-health':    [office,    caseload,  caseload,  none,     none,     none,     none,      none,    none],
  'document:read-housing':   [office,    caseload,  none,      none,     caseload, none,     none,      none,    none],
  'document:read-family':    [office,    caseload,  none,      none,     none,     caseload, none,      none,    none],
  'document:read-privileged': [none,     none,      none,      caseload, none,     none,     none,      none,    none],
  'document:read-original':  [office,    caseload,  none,      caseload, none,     none,     none,      none,    none],
  'document:add':            [none,      caseload,  caseload,  caseload, caseload, caseload, none,      none,    none],
  'document:edit':           [none,      caseload,  caseload,  caseload, caseload, caseload, none,      none,    none],
  'document:scan':           [office,    caseload,  caseload,  caseload, caseload, caseload, none,      none,    none],
  // consents, and what leaves the house on them
  'consent:read':            [office,    caseload,  caseload,  caseload, caseload, caseload, none,      none,    none],
  'consent:record':          [none,      caseload,  caseload,  caseload, caseload, caseload, none,      none,    none],
  'consent:withdraw':        [office,    caseload,  caseload,  caseload, caseload, caseload, none,      none,    none],
  'consent:suspend':         [office,    caseload,  none,      none,     none,     none,     none,      none,    none],
  'consent:confirm':         [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'withdrawal:hear':         [own,       own,       own,       own,      own,      own,      none,      own,     own],
  'disclosure:read':         [office,    caseload,  caseload,  caseload, caseload, caseload, none,      none,    none],
  'disclosure:record':       [office,    caseload,  caseload,  caseload, caseload, caseload, none,      none,    none],
  'legal-basis:read':        [office,    caseload,  none,      none,     none,     none,     none,      none,    none],
  'legal-basis:ask':         [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'legal-basis:approve':     [office,    none,      none,      none,     none,     none,     none,      none,    none],
  'legal-basis:inform':      [office,    caseload,  none,      none,     none,     none,     none,      none,    none],

  // needs, the plan, and what is to be done
  'need:read':               [office, caseload, caseload, caseload, caseload, caseload, none, none, none],
  'need:read-every':         [office, caseload, caseload, caseload, none, none, none, none, none],
  'need:read-restricted':    [office, caseload, caseload, caseload, none, none, none, none, none],
  'need:read-housing':       [none, none, none, none, caseload, none, none, none, none],
  'need:read-family':        [none, none, none, none, none, caseload, none, none, none],
  'need:write':              [none, caseload, none, none, none, none, none, none, none],
  'plan:read':               [office, caseload, caseload, none, none, none, none, none, none],
  'plan:write':              [none, caseload, none, none, none, none, none, none, none],
  'plan:follow':             [none, caseload, none, none, none, none, none, none, none],
  'task:read':               [office, caseload, caseload, caseload, caseload, caseload, none, none, none],
  'task:create':             [office, caseload, caseload, caseload, caseload, caseload, none, none, none],
  'task:edit':               [office, caseload, caseload, caseload, caseload, caseload, none, none, none],
  'task:finish':             [office, caseload, caseload, caseload, caseload, caseload, none, none, none],
  'appointment:read':        [office, caseload, caseload, caseload, caseload, caseload, none, none, none],
  'appointment:create':      [office, caseload, caseload, caseload, caseload, caseload, none, none, none],
  'appointment:edit':        [office, caseload, caseload, caseload, caseload, caseload, none, none, none],
  'appointment:reveal':      [office, caseload, caseload, caseload, caseload, caseload, none, none, none],
  'absence:read':            [office, own, own, own, own, own, none, none, none],
  'absence:record':          [office, own, own, own, own, own, none, none, none],
  'absence:end':             [office, own, own, own, own, own, none, none, none],
  'absence:name-deputy':     [office, none, none, none, none, none, none, none, none],
  // independent life: reviews of twelve domains, help given, certificates
  'outcome:read':            [office, caseload, caseload, caseload, caseload, caseload, none, none, none],
  'outcome:read-every':      [office, caseload, none, none, none, none, none, none, none],
  'outcome:read-legal':      [none, none, none, caseload, none, none, none, none, none],
  'outcome:read-housing':    [none, none, none, none, caseload, none, none, none, none],
  'outcome:read-wellbeing':  [none, none, caseload, none, none, none, none, none, none],
  'outcome:read-family':     [none, none, none, none, none, caseload, none, none, none],
  'outcome:record':          [none, caseload, none, none, none, none, none, none, none],
  'outcome:record-wellbeing': [none, none, caseload, none, none, none, none, none, none],
  'help:read':               [office, caseload, none, none, none, none, none, none, none],
  'help:record':             [none, caseload, none, none, none, none, none, none, none],
  'certificate:read':        [office, caseload, none, none, none, none, none, none, none],
  'certificate:issue':       [none, caseload, none, none, none, none, none, none, none],

  // what a case leaves when it ends
  'closure:read':            [office, caseload, none, none, none, none, none, none, none],
  // partners
  'partner:list':            [all,       all,       all,       all,      all,      all,      none,      none,    none],
  'partner:read':            [all,       all,       all,       all,      all,      all,      none,      none,    none],
  'partner:create':          [all,       none,      none,      none,     none,     none,     none,      none,    none],
  'partner:edit':            [all,       none,      none,      none,     none,     none,     none,      none,    none],
  'partner:activate':        [all,       none,      none,      none,     none,     none,     none,      none,    none],
  'partner:suspend':         [all,       none,      none,      none,     none,     none,     none,      none,    none],
  'partner:reinstate':       [all,       none,      none,      none,     none,     none,     none,      none,    none],
  'partner:end':             [all,       none,      none,      none,     none,     none,     none,      none,    none],

  // the audit log
  'audit:read':              [none,      none,      none,      none,     none,     none,     none,      all,     none],
  'audit:verify':            [none,      none,      none,      none,     none,     none,     none,      all,     none],
  'audit:read-file':         [office,    caseload,  none,      none,     none,     none,     none,      none,    none],

  // how the house itself is: backups, and no record of anybody
  'health:read':             [none,      none,      none,      none,     none,     none,     none,      none,    all],
} as const satisfies Record<string, Row>;

export type Word = keyof typeof ACCESS;
export const WORDS = Object.keys(ACCESS) as Word[];

/** The reach that `role` has with `word`. */
export function cell(word: Word, role: Role): Reach {
  return ACCESS[word][ROLES.indexOf(role)] ?? 'none';
}

/**
 * The record class that a word opens on a client's file (model.md 5.1). The classes of the team row narrow the cell:
 * a member whose row does not name the class does not have the word on that case.
 */
export const RECORD_CLASSES = [
  'PERSON',
  'NAMES',
  'ORG_NAMES',
  'ID_DOCS',
  'CONTACT',
  'LOCATION',
  'CASE',
  'NOTES',
  'RESTRICTED_NOTES',
  'LEGAL_NOTES',
  'RISK',
  'MEASURES',
  'INCIDENTS',
  'DOCUMENTS',
  'NEEDS',
  'RESTRICTED_NEEDS',
  'PLAN',
  'TASKS',
  'CONSENTS',
  'COUNSELLING',
  'COUNSELLING_NOTES',
  'SCREENING',
  'OUTCOMES',
  'CLOSURE',
  'AUDIT',
] as const;
export type RecordClass = (typeof RECORD_CLASSES)[number];

const CLASS_OF_NOUN: Record<string, RecordClass> = {
  client: 'PERSON',
  name: 'NAMES',
  identity: 'ID_DOCS',
  contact: 'CONTACT',
  location: 'LOCATION',
  duress: 'CONTACT',
  case: 'CASE',
  board: 'CASE',
  duplicate: 'PERSON',
  team: 'CASE',
  block: 'CASE',
  specialist: 'CASE',
  note: 'NOTES',
  risk: 'RISK',
  safety: 'RISK',
  danger: 'CASE',
  incident: 'INCIDENTS',
  document: 'DOCUMENTS',
  need: 'NEEDS',
  plan: 'PLAN',
  task: 'TASKS',
  appointment: 'TASKS',
  consent: 'CONSENTS',
  disclosure: 'CONSENTS',
  'legal-basis': 'CONSENTS',
  counselling: 'COUNSELLING',
  'clinical-note': 'COUNSELLING_NOTES',
  screening: 'SCREENING',
  outcome: 'OUTCOMES',
  help: 'PLAN',
  certificate: 'PLAN',
  closure: 'CLOSURE',
  audit: 'AUDIT',
};
const CLASS_OF_WORD: Partial<Record<Word, RecordClass>> = {
  'note:read-restricted': 'RESTRICTED_NOTES',
  'note:write-restricted': 'RESTRICTED_NOTES',
  'note:read-privileged': 'LEGAL_NOTES',
  'note:write-privileged': 'LEGAL_NOTES',
  'safety:read-measures': 'MEASURES',
  'document:read-identity': 'ID_DOCS',
  'document:read-privileged': 'LEGAL_NOTES',
  'need:read-restricted': 'RESTRICTED_NEEDS',
  'clinical-note:read-risk': 'RISK',
  'screening:read-wellbeing': 'COUNSELLING',
};

/** Null for words that open nothing of a client. */
export function recordClassOf(word: Word): RecordClass | null {
  return CLASS_OF_WORD[word] ?? CLASS_OF_NOUN[word.slice(0, word.indexOf(':'))] ?? null;
}

/** The classes a team row gets when nobody narrows it, by the role on that case. */
export const CLASSES_OF_ROLE: Record<Exclude<Role, 'PARTNER' | 'AUDITOR' | 'ADMIN'>, readonly RecordClass[]> = {
  COORDINATOR: RECORD_CLASSES,
  CASEWORKER: RECORD_CLASSES,
  COUNSELLOR: [
    'PERSON',
    'CONTACT',
    'CASE',
    'NOTES',
    'RISK',
    'MEASURES',
    'INCIDENTS',
    'DOCUMENTS',
    'NEEDS',
    'RESTRICTED_NEEDS',
    'PLAN',
    'TASKS',
    'CONSENTS',
    'COUNSELLING',
    'COUNSELLING_NOTES',
    'SCREENING',
    'OUTCOMES',
  ],
  LEGAL: [
    'PERSON',
    'NAMES',
    'ORG_NAMES',
    'ID_DOCS',
    'CONTACT',
    'LOCATION',
    'CASE',
    'NOTES',
    'LEGAL_NOTES',
    'RISK',
    'MEASURES',
    'INCIDENTS',
    'DOCUMENTS',
    'NEEDS',
    'RESTRICTED_NEEDS',
    'TASKS',
    'CONSENTS',
    'OUTCOMES',
  ],
  HOUSING: ['PERSON', 'CONTACT', 'LOCATION', 'CASE', 'MEASURES', 'INCIDENTS', 'DOCUMENTS', 'NEEDS', 'TASKS', 'CONSENTS', 'OUTCOMES'],
  FAMILY_LINKS: [
    'PERSON',
    'NAMES',
    'ORG_NAMES',
    'ID_DOCS',
    'CONTACT',
    'CASE',
    'RISK',
    'MEASURES',
    'INCIDENTS',
    'DOCUMENTS',
    'NEEDS',
    'TASKS',
    'CONSENTS',
    'OUTCOMES',
  ],
};

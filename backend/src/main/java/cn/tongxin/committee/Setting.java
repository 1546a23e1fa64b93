package cn.tongxin.committee;

import static cn.tongxin.committee.Span.Unit.DAY;
import static cn.tongxin.committee.Span.Unit.MONTH;
import static cn.tongxin.committee.Span.Unit.WORKING_DAY;

import cn.tongxin.tenancy.Role;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing a committee may decide for itself: its key, what it may be, what it is until somebody decides, what it does
 * and which rule it implements. The last two are shown to the office.
 */
record Setting<T>(String key, SettingKind<T> kind, T standard, String effect, String rule) {

    private static final String PROPOSAL_RULES = "《中国人民政治协商会议全国委员会提案工作条例》及本级提案工作条例";
    private static final String HANDLING_RULES = "本级提案办理工作办法";
    private static final String READING_RULES = "本级委员读书活动实施方案";
    private static final String OPINION_RULES = "本级反映社情民意信息工作办法";
    private static final String FILE_RULES = "本级机关信息系统使用管理规定";

    /** The roles that may be listed at all. */
    private static final Set<Role> INFO_OFFICE =
            Collections.unmodifiableSet(EnumSet.of(Role.INFO_EDITOR, Role.INFO_APPROVER, Role.SECRETARY_GENERAL));

    private static final Set<Role> PROPOSAL_OFFICE = Collections.unmodifiableSet(
            EnumSet.of(Role.PROPOSAL_STAFF, Role.PROPOSAL_REVIEWER, Role.ASSIGNING_OFFICE, Role.SECRETARY_GENERAL));

    static final Setting<StatisticsPeriod> STATISTICS_PERIOD = new Setting<>(
            "statistics.period",
            new SettingKind.Choice<>(StatisticsPeriod.class),
            StatisticsPeriod.SESSION,
            "统计表默认按会议间隔期（两次全会之间）还是按自然年计数。",
            "本级常委会工作报告的统计口径");

    static final Setting<Boolean> SMALL_OFFICE = new Setting<>(
            "office.small", new SettingKind.Flag(), false, "人手不足时，允许一人写明理由后兼任须由两人分担的角色；管理员和审计员始终不得兼任。", "本级机关内设机构规定");

    static final Setting<Span> PLENARY_WINDOW = new Setting<>(
            "proposal.plenary-window",
            new SettingKind.Length(Set.of(DAY, MONTH), 180),
            Span.months(3),
            "全会开幕前多久起提交的提案计为大会提案；截止时间随全会公布，之后提交的计为平时提案。",
            PROPOSAL_RULES);

    static final Setting<Integer> REVIEW_STAGES = new Setting<>(
            "proposal.review-stages",
            new SettingKind.Number(2, 4),
            3,
            "提案立案前经过几级审查：两级为初审、审定，三级为初审、复审、审定，四级加终审。",
            PROPOSAL_RULES);

    static final Setting<Span> TELL_RESULT_WITHIN = new Setting<>(
            "proposal.tell-result-within",
            new SettingKind.Length(Set.of(WORKING_DAY, DAY), 60),
            Span.workingDays(10),
            "审查结果须在多少时间内告知提案者。",
            PROPOSAL_RULES);

    static final Setting<List<CodedText>> NOT_FILE_REASONS = new Setting<>(
            "proposal.not-file-reasons",
            new SettingKind.Reasons(),
            List.of(
                    new CodedText("STATE_SECRET", "涉及国家秘密的"),
                    new CodedText("PROHIBITED", "国家明令禁止的"),
                    new CodedText("PARTY_INTERNAL", "中共党员对党内有关组织、人事安排等方面有意见的"),
                    new CodedText("OWN_ORGANIZATION", "党派成员反映本组织内部问题的"),
                    new CodedText("IN_LITIGATION", "进入诉讼、仲裁程序的"),
                    new CodedText("ACADEMIC", "属于学术研讨的"),
                    new CodedText("PERSONAL", "为本人或亲属解决个人问题的"),
                    new CodedText("ADVERTISING", "宣传、推介具体作品、产品的"),
                    new CodedText("ACCUSATION", "指名举报的"),
                    new CodedText("NO_CONCRETE_SUGGESTION", "内容空泛、没有具体建议的"),
                    new CodedText(ReasonCodes.OTHER, "其他（写明理由）")),
            "不予立案时可以选择的理由；理由和去向都会告知提案者。",
            PROPOSAL_RULES);

    static final Setting<Integer> TITLE_MAX =
            new Setting<>("proposal.title-max", new SettingKind.Number(10, 120), 60, "案由最多多少个字。", PROPOSAL_RULES);

    static final Setting<Integer> TEXT_MIN = new Setting<>(
            "proposal.text-min", new SettingKind.Number(0, 1000), 100, "情况和分析合计至少多少个字才能提交。", PROPOSAL_RULES);

    static final Setting<Integer> TEXT_MAX = new Setting<>(
            "proposal.text-max", new SettingKind.Number(1000, 10_000), 3000, "情况和分析合计最多多少个字。", PROPOSAL_RULES);

    static final Setting<Integer> SUGGESTIONS_MAX = new Setting<>(
            "proposal.suggestions-max", new SettingKind.Number(1, 20), 10, "一件提案最多几条建议；至少一条。", PROPOSAL_RULES);

    static final Setting<Integer> SUGGESTION_MAX = new Setting<>(
            "proposal.suggestion-max", new SettingKind.Number(100, 2000), 500, "每条建议最多多少个字。", PROPOSAL_RULES);

    static final Setting<Span> COSIGN_WITHIN = new Setting<>(
            "proposal.cosign-within",
            new SettingKind.Length(Set.of(WORKING_DAY, DAY), 30),
            Span.days(7),
            "被邀请联名的委员须在多少时间内答复；逾期视为未联名。",
            PROPOSAL_RULES);

    static final Setting<Integer> COSIGNERS_MAX = new Setting<>(
            "proposal.cosigners-max", new SettingKind.Number(1, 100), 20, "一件提案最多邀请多少人联名。", PROPOSAL_RULES);

    static final Setting<Boolean> EDIT_ASKS_AGAIN = new Setting<>(
            "proposal.edit-asks-again", new SettingKind.Flag(), true, "已有人联名后又改动案文的，请联名人重新确认。", PROPOSAL_RULES);

    static final Setting<List<String>> STAGE_NAMES = new Setting<>(
            "proposal.stage-names",
            new SettingKind.Words(1, 4, 8),
            List.of("初审", "复审", "审定", "终审"),
            "各级审查的名称，从第一级起。",
            PROPOSAL_RULES);

    static final Setting<Span> STAGE_WITHIN = new Setting<>(
            "proposal.stage-within",
            new SettingKind.Length(Set.of(WORKING_DAY, DAY), 30),
            Span.workingDays(3),
            "每一级审查须在多少时间内完成。",
            PROPOSAL_RULES);

    static final Setting<List<String>> SECRECY_WORDS = new Setting<>(
            "proposal.secrecy-words",
            new SettingKind.Words(0, 300, 20),
            List.of("绝密", "机密", "秘密级", "涉密", "内部文件", "内部资料", "不得外传", "密级", "军事设施", "部队番号", "密码设备"),
            "提案、社情民意信息和承办单位答复的文字中出现这些词时，提醒撰写人核对，并让工作人员看到；只提醒，不阻止提交。",
            "《中华人民共和国保守国家秘密法》及本级保密规定");

    static final Setting<Span> ACCEPT_BY = new Setting<>(
            "handling.accept-by",
            new SettingKind.Length(Set.of(WORKING_DAY, DAY), 30),
            Span.workingDays(3),
            "承办单位须在交办后多少时间内签收。",
            HANDLING_RULES);

    static final Setting<Span> RETURN_WINDOW = new Setting<>(
            "handling.return-window",
            new SettingKind.Length(Set.of(WORKING_DAY, DAY), 30),
            Span.workingDays(5),
            "承办单位认为不属本单位职责时，须在交办后多少时间内申请退办；不得自行转办。",
            HANDLING_RULES);

    static final Setting<Boolean> SILENCE_ACCEPTS = new Setting<>(
            "handling.silence-accepts", new SettingKind.Flag(), true, "退办期限过后没有签收的，视为签收。", HANDLING_RULES);

    static final Setting<Span> PLENARY_REPLY_DUE = new Setting<>(
            "handling.plenary-reply-due",
            new SettingKind.Length(Set.of(WORKING_DAY, DAY, MONTH), 180),
            Span.months(3),
            "大会提案自交办起多久内答复；有的地方为 5 个月，均不超过 6 个月。",
            HANDLING_RULES);

    static final Setting<Span> INTERSESSION_REPLY_DUE = new Setting<>(
            "handling.intersession-reply-due",
            new SettingKind.Length(Set.of(WORKING_DAY, DAY, MONTH), 180),
            Span.months(3),
            "平时提案自交办起多久内答复。",
            HANDLING_RULES);

    static final Setting<List<GradeLetter>> GRADE_LETTERS = new Setting<>(
            "handling.grade-letters",
            new SettingKind.Letters(),
            List.of(
                    new GradeLetter("A", "已经解决或基本解决", ResolutionGrade.SOLVED),
                    new GradeLetter("B", "正在解决", ResolutionGrade.IN_PROGRESS),
                    new GradeLetter("C", "列入计划逐步解决", ResolutionGrade.PLANNED),
                    new GradeLetter("D", "因条件限制留作参考", ResolutionGrade.REFERENCE)),
            "答复函右上角的类别和含义；汇总上报时按统一的四类计数。",
            HANDLING_RULES);

    static final Setting<Span> FEEDBACK_DUE = new Setting<>(
            "handling.feedback-due",
            new SettingKind.Length(Set.of(WORKING_DAY, DAY), 90),
            Span.workingDays(15),
            "提案者须在收到答复后多少时间内评价；逾期记为未反馈，绝不记为满意。",
            HANDLING_RULES);

    static final Setting<Span> OPINION_DUE = new Setting<>(
            "handling.opinion-due",
            new SettingKind.Length(Set.of(WORKING_DAY, DAY, MONTH), 90),
            Span.days(30),
            "会办单位须在交办后多少时间内把会办意见送主办单位。",
            HANDLING_RULES);

    static final Setting<ReplyGate> REPLY_GATE = new Setting<>(
            "handling.reply-gate",
            new SettingKind.Choice<>(ReplyGate.class),
            ReplyGate.WARN,
            "会办意见未到齐时，主办单位的答复是只作提醒，还是不予受理。",
            HANDLING_RULES);

    static final Setting<Integer> EXTENSIONS = new Setting<>(
            "handling.extensions",
            new SettingKind.Number(0, 3),
            1,
            "每件最多同意延期几次；无论几次，自交办起均不超过“办理最长期限”。",
            HANDLING_RULES);

    static final Setting<Span> EXTENSION_LONGEST = new Setting<>(
            "handling.extension-longest",
            new SettingKind.Length(Set.of(WORKING_DAY, DAY, MONTH), 90),
            Span.months(1),
            "每次延期最长多久。",
            HANDLING_RULES);

    static final Setting<Integer> LONGEST_MONTHS = new Setting<>(
            "handling.longest-months",
            new SettingKind.Number(1, 12),
            6,
            "自交办（重新办理自退回）起，答复期限连同延期最长不超过几个月。",
            HANDLING_RULES);

    static final Setting<Boolean> REPLY_REVIEW =
            new Setting<>("handling.reply-review", new SettingKind.Flag(), true, "答复须经交办机构审核后才送提案者。", HANDLING_RULES);

    static final Setting<Span> REMIND_BEFORE = new Setting<>(
            "handling.remind-before",
            new SettingKind.Length(Set.of(WORKING_DAY), 30),
            Span.workingDays(10),
            "答复到期前多少个工作日提醒承办单位。",
            HANDLING_RULES);

    static final Setting<Span> ESCALATE_TO_LEADER = new Setting<>(
            "handling.escalate-to-leader",
            new SettingKind.Length(Set.of(WORKING_DAY), 30),
            Span.workingDays(5),
            "超期多少个工作日后提请承办单位负责人督促。",
            HANDLING_RULES);

    static final Setting<Span> ESCALATE_TO_BOARD = new Setting<>(
            "handling.escalate-to-board",
            new SettingKind.Length(Set.of(WORKING_DAY), 60),
            Span.workingDays(10),
            "超期多少个工作日后列入督办清单，由主席会议成员督办。",
            HANDLING_RULES);

    static final Setting<Span> FEEDBACK_REMIND_FIRST = new Setting<>(
            "handling.feedback-remind-first",
            new SettingKind.Length(Set.of(WORKING_DAY), 30),
            Span.workingDays(5),
            "评价到期前多少个工作日第一次提醒提案者。",
            HANDLING_RULES);

    static final Setting<Span> FEEDBACK_REMIND_AGAIN = new Setting<>(
            "handling.feedback-remind-again",
            new SettingKind.Length(Set.of(WORKING_DAY), 30),
            Span.workingDays(2),
            "评价到期前多少个工作日再次提醒提案者。",
            HANDLING_RULES);

    static final Setting<Span> RATING_CHANGE = new Setting<>(
            "handling.rating-change",
            new SettingKind.Length(Set.of(WORKING_DAY, DAY), 180),
            Span.days(30),
            "评价期满或办结后多少时间内仍可补评或改评；每次改评都留底，统计用最后一次。",
            HANDLING_RULES);

    static final Setting<RehandlingTrigger> REHANDLING_TRIGGER = new Setting<>(
            "handling.rehandling-trigger",
            new SettingKind.Choice<>(RehandlingTrigger.class),
            RehandlingTrigger.RESULT,
            "办理结果评为不满意的重新办理；也可以规定办理态度不满意的同样重新办理。",
            HANDLING_RULES);

    static final Setting<Span> REHANDLING_DUE = new Setting<>(
            "handling.rehandling-due",
            new SettingKind.Length(Set.of(WORKING_DAY, DAY, MONTH), 180),
            Span.months(3),
            "重新办理须在多久内再次答复。",
            HANDLING_RULES);

    static final Setting<Integer> REHANDLINGS = new Setting<>(
            "handling.rehandlings", new SettingKind.Number(1, 5), 2, "最多重新办理几次；仍不满意的，组织提办双方当面协商并形成纪要。", HANDLING_RULES);

    static final Setting<Integer> OPINION_TITLE_MAX =
            new Setting<>("opinion.title-max", new SettingKind.Number(10, 120), 60, "社情民意信息的标题最多多少个字。", OPINION_RULES);

    static final Setting<Integer> OPINION_TEXT_MAX = new Setting<>(
            "opinion.text-max",
            new SettingKind.Number(500, 5000),
            1500,
            "一篇社情民意信息的情况、分析和建议合计最多多少个字；一事一报。",
            OPINION_RULES);

    static final Setting<Integer> OPINION_MICRO_MAX =
            new Setting<>("opinion.micro-max", new SettingKind.Number(50, 500), 200, "一条微建议最多多少个字。", OPINION_RULES);

    static final Setting<Span> OPINION_ANSWER_WITHIN = new Setting<>(
            "opinion.answer-within",
            new SettingKind.Length(Set.of(WORKING_DAY, DAY), 90),
            Span.workingDays(15),
            "每篇来稿须在多少时间内告知作者处理结果，做到件件有回音。",
            OPINION_RULES);

    static final Setting<List<CodedText>> OPINION_NOT_USED_REASONS = new Setting<>(
            "opinion.not-used-reasons",
            new SettingKind.Reasons(),
            List.of(
                    new CodedText("KEPT_FOR_REFERENCE", "留存备查"),
                    new CodedText("KNOWN", "所反映情况有关部门已经掌握"),
                    new CodedText("REPEATED", "近期已有同类信息"),
                    new CodedText("NO_CONCRETE_SUGGESTION", "情况不具体或没有具体建议"),
                    new CodedText("ROUTINE_WORK", "属于日常工作动态"),
                    new CodedText("COPIED", "摘自报刊网络"),
                    new CodedText(ReasonCodes.OTHER_CHANNEL, "涉及指名举报或具体个案，请通过信访、纪检监察等渠道反映"),
                    new CodedText(ReasonCodes.OTHER, "其他（写明理由）")),
            "留存或不采用时可以选择的理由，都会告知作者；选择转其他渠道的，正文即行封存，不进入列表和导出。",
            OPINION_RULES);

    static final Setting<List<CodedText>> OPINION_TOPICS = new Setting<>(
            "opinion.topics",
            new SettingKind.Reasons(20),
            List.of(
                    new CodedText("ECONOMY", "经济"),
                    new CodedText("POLITICS", "政治"),
                    new CodedText("CULTURE", "文化"),
                    new CodedText("SOCIETY", "社会"),
                    new CodedText("ECOLOGY", "生态文明"),
                    new CodedText("OTHER", "其他")),
            "社情民意信息的分类：作者撰写时可以选择，编辑可以改，列表按它筛选。已用过的代码请保留，只改名称。",
            OPINION_RULES);

    static final Setting<Set<Role>> OPINION_INSTRUCTION_READERS = new Setting<>(
            "opinion.instruction-readers",
            new SettingKind.Choices<>(Role.class, INFO_OFFICE),
            INFO_OFFICE,
            "哪些角色可以看到领导批示的内容；作者只知道有批示及其层级。",
            OPINION_RULES);

    static final Setting<Set<Role>> PROPOSAL_INSTRUCTION_READERS = new Setting<>(
            "proposal.instruction-readers",
            new SettingKind.Choices<>(Role.class, PROPOSAL_OFFICE),
            Collections.unmodifiableSet(EnumSet.of(Role.PROPOSAL_STAFF, Role.SECRETARY_GENERAL)),
            "哪些角色可以看到领导在提案摘报上的批示内容；提案者只知道有批示及其层级。",
            PROPOSAL_RULES);

    static final Setting<Span> PUBLISH_WITHIN = new Setting<>(
            "proposal.publish-within",
            new SettingKind.Length(Set.of(WORKING_DAY, DAY), 90),
            Span.days(15),
            "同意公开的提案，立案后须在多少时间内公开案由和正文。",
            PROPOSAL_RULES);

    static final Setting<Boolean> OPEN_TO_WEB = new Setting<>(
            "proposal.open-to-web",
            new SettingKind.Flag(),
            false,
            "开启后，已经公开的案由、正文和答复，任何人不用登录就能在本级的公开网页上看到，网址在“提案公开”页上；关闭后网页当即打不开。",
            PROPOSAL_RULES);

    static final Setting<Integer> KEY_PROPOSALS_MIN = new Setting<>(
            "proposal.key-min", new SettingKind.Number(0, 50), 5, "每届次的重点提案一般不少于几件；重点提案督办页上提示。", PROPOSAL_RULES);

    static final Setting<Integer> KEY_PROPOSALS_MAX = new Setting<>(
            "proposal.key-max", new SettingKind.Number(1, 50), 10, "每届次的重点提案一般不多于几件；超过时只作提醒。", PROPOSAL_RULES);

    static final Setting<List<CodedText>> CATEGORIES = new Setting<>(
            "proposal.categories",
            new SettingKind.Reasons(20),
            List.of(
                    new CodedText("ECONOMY", "经济"),
                    new CodedText("POLITICS", "政治"),
                    new CodedText("CULTURE", "文化"),
                    new CodedText("SOCIETY", "社会"),
                    new CodedText("ECOLOGY", "生态文明"),
                    new CodedText("OTHER", "其他")),
            "提案的分类：提案者撰写时选择，列表按它筛选，统计按它分列。已用过的代码请保留，只改名称。",
            PROPOSAL_RULES);

    static final Setting<Integer> FILE_MEGABYTES = new Setting<>(
            "file.max-megabytes", new SettingKind.Number(1, 100), 20, "一个附件最大多少兆字节（MB）；分段上传，断网后可续传。", FILE_RULES);

    static final Setting<Integer> FILES_PER_MATTER =
            new Setting<>("file.max-per-matter", new SettingKind.Number(1, 50), 10, "一件提案（或信息）最多带多少个附件。", FILE_RULES);

    static final Setting<Integer> READING_POSTS_FROM =
            new Setting<>("reading.posts-from", new SettingKind.Number(0, 23), 0, "读书群每天几时起可以发言。", READING_RULES);

    static final Setting<Integer> READING_POSTS_UNTIL = new Setting<>(
            "reading.posts-until",
            new SettingKind.Number(1, 24),
            24,
            "读书群每天发言到几时为止；早于起始时间的，表示到次日几时。机关工作人员不受限制。",
            READING_RULES);

    static final Setting<ClosedDays> READING_CLOSED_DAYS = new Setting<>(
            "reading.closed-days",
            new SettingKind.Choice<>(ClosedDays.class),
            ClosedDays.NONE,
            "读书群哪些日子不发言；法定节假日和调休以本级日历为准。",
            READING_RULES);

    static final Setting<List<String>> READING_WATCH_WORDS = new Setting<>(
            "reading.watch-words",
            new SettingKind.Words(0, 500, 20),
            List.of(),
            "发言中出现这些词语的，先由群主或机关查看，通过后才显示；词中夹带空格或符号的同样算出现。",
            READING_RULES);

    static final Setting<Integer> READING_ROSTER_WEEKS = new Setting<>(
            "reading.roster-weeks", new SettingKind.Number(0, 8), 2, "开群前轮值表须排满前几周；填 0 表示不作要求。", READING_RULES);

    static final Setting<Integer> READING_EDIT_MINUTES = new Setting<>(
            "reading.edit-minutes",
            new SettingKind.Number(0, 60),
            10,
            "发言后几分钟内本人可以修改；填 0 表示发出后不能修改，只能删除重发。",
            READING_RULES);

    /** All of them, in the order of the settings page. */
    static final List<Setting<?>> ALL = List.of(
            STATISTICS_PERIOD,
            SMALL_OFFICE,
            PLENARY_WINDOW,
            REVIEW_STAGES,
            TELL_RESULT_WITHIN,
            NOT_FILE_REASONS,
            TITLE_MAX,
            TEXT_MIN,
            TEXT_MAX,
            SUGGESTIONS_MAX,
            SUGGESTION_MAX,
            COSIGN_WITHIN,
            COSIGNERS_MAX,
            EDIT_ASKS_AGAIN,
            STAGE_NAMES,
            STAGE_WITHIN,
            SECRECY_WORDS,
            ACCEPT_BY,
            RETURN_WINDOW,
            SILENCE_ACCEPTS,
            PLENARY_REPLY_DUE,
            INTERSESSION_REPLY_DUE,
            OPINION_DUE,
            REPLY_GATE,
            EXTENSIONS,
            EXTENSION_LONGEST,
            LONGEST_MONTHS,
            REMIND_BEFORE,
            ESCALATE_TO_LEADER,
            ESCALATE_TO_BOARD,
            GRADE_LETTERS,
            REPLY_REVIEW,
            FEEDBACK_DUE,
            FEEDBACK_REMIND_FIRST,
            FEEDBACK_REMIND_AGAIN,
            RATING_CHANGE,
            REHANDLING_TRIGGER,
            REHANDLING_DUE,
            REHANDLINGS,
            OPINION_TITLE_MAX,
            OPINION_TEXT_MAX,
            OPINION_MICRO_MAX,
            OPINION_ANSWER_WITHIN,
            OPINION_NOT_USED_REASONS,
            OPINION_TOPICS,
            OPINION_INSTRUCTION_READERS,
            PROPOSAL_INSTRUCTION_READERS,
            PUBLISH_WITHIN,
            OPEN_TO_WEB,
            CATEGORIES,
            KEY_PROPOSALS_MIN,
            KEY_PROPOSALS_MAX,
            FILE_MEGABYTES,
            FILES_PER_MATTER,
            READING_POSTS_FROM,
            READING_POSTS_UNTIL,
            READING_CLOSED_DAYS,
            READING_WATCH_WORDS,
            READING_ROSTER_WEEKS,
            READING_EDIT_MINUTES);

    static Optional<Setting<?>> find(String key) {
        return ALL.stream().filter(setting -> setting.key.equals(key)).findFirst();
    }
}

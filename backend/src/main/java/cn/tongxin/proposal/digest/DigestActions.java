package cn.tongxin.proposal.digest;

import cn.tongxin.committee.Calendar;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.history.Unrecorded;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.Proposal;
import cn.tongxin.proposal.ProposalFlow;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The office builds an issue from filed proposals, and issues it with the next number of its year. */
@Singleton
class DigestActions {
    private static final int RECIPIENTS_MAX = 200;
    private static final int ITEMS_MAX = 30;
    private static final int TITLE_MAX = 200;
    private static final int TEXT_MAX = 20_000;

    private final Digests digests;
    private final ProposalFlow flow;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    DigestActions(Digests digests, ProposalFlow flow, Calendar calendar, History history, Clock clock) {
        this.digests = digests;
        this.flow = flow;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    /** A repeat with the same id is refused, since an issue is nobody's own. */
    @Transactional
    Digest build(@Nullable UUID id, DigestController.Plan plan) {
        DigestPolicy.checkWorks(Caller.current());
        var recipients = checked(plan);
        var digest = Ids.orNext(id);
        if (!digests.insert(digest, recipients, Caller.current().seatId(), clock.instant())) {
            throw Refusal.conflict("id.taken", "This id is taken.");
        }
        digests.replaceItems(digest, items(plan));
        history.record(Line.of("digest.built", "proposal_digest", digest));
        return digests.get(digest);
    }

    @Transactional
    @Unrecorded("an autosave is no move")
    Digest rebuild(UUID id, DigestController.Rebuild body) {
        DigestPolicy.checkWorks(Caller.current());
        building(id);
        var recipients = checked(body);
        digests.update(id, body.version(), recipients, clock.instant());
        digests.replaceItems(id, items(body));
        return digests.get(id);
    }

    /** Only what was never issued. */
    @Transactional
    void delete(UUID id) {
        DigestPolicy.checkWorks(Caller.current());
        building(id);
        digests.delete(id);
        history.record(Line.of("digest.deleted", "proposal_digest", id));
    }

    @Transactional
    Digest issue(UUID id, int version) {
        DigestPolicy.checkWorks(Caller.current());
        var digest = building(id);
        if (digest.items().isEmpty()) {
            throw Refusal.conflict("digest.empty", "There is nothing in this issue.");
        }
        new Fields().required("recipients", digest.recipients()).orRefuse();
        digests.update(id, version, digest.recipients(), clock.instant());
        var on = calendar.today();
        var no = digests.issue(id, on, Caller.current().seatId());
        history.record(Line.of("digest.issued", "proposal_digest", id)
                .with("year", on.getYear())
                .with("no", no)
                .with("recipients", digest.recipients()));
        return digests.get(id);
    }

    private Digest building(UUID id) {
        var digest = digests.get(id);
        if (digest.isIssued()) {
            throw Refusal.conflict("digest.issued", "What was issued stays as it is.");
        }
        return digest;
    }

    private static String checked(DigestController.Contents contents) {
        var recipients = Objects.requireNonNullElse(contents.recipients(), "").strip();
        var items = contents.items() == null ? List.<DigestController.Told>of() : contents.items();
        var fields = new Fields()
                .maxLength("recipients", recipients, RECIPIENTS_MAX)
                .check("items", items.size() <= ITEMS_MAX, "too-many", "At most " + ITEMS_MAX + ".")
                .whole("items", items);
        fields.orRefuse();
        var seen = new HashSet<UUID>();
        for (var i = 0; i < items.size(); i++) {
            var item = items.get(i);
            fields.required("items[" + i + "].proposalId", item.proposalId())
                    .maxLength("items[" + i + "].title", item.title(), TITLE_MAX)
                    .maxLength("items[" + i + "].text", item.text(), TEXT_MAX)
                    .check(
                            "items[" + i + "].proposalId",
                            item.proposalId() == null || seen.add(item.proposalId()),
                            "twice",
                            "Named twice.");
        }
        fields.orRefuse();
        return recipients;
    }

    /** Each in the words given, or in its own. */
    private List<Digest.Item> items(DigestController.Contents contents) {
        var items = new ArrayList<Digest.Item>();
        for (var told : contents.items() == null ? List.<DigestController.Told>of() : contents.items()) {
            var proposal = flow.getVisible(Objects.requireNonNull(told.proposalId()));
            if (!proposal.status().standsFiled()) {
                throw Refusal.conflict("digest.not-filed", "Only what stands as filed is told of.")
                        .with("proposal", proposal.id())
                        .with("state", proposal.status());
            }
            items.add(new Digest.Item(
                    proposal.id(),
                    null,
                    "",
                    either(told.title(), proposal.text().title()).strip(),
                    either(told.text(), ownWords(proposal))));
        }
        return items;
    }

    private static String either(@Nullable String said, String own) {
        return said == null || said.isBlank() ? own : said;
    }

    private static String ownWords(Proposal proposal) {
        var lines = new ArrayList<String>();
        lines.add(proposal.text().situation());
        lines.addAll(proposal.text().suggestions());
        return String.join("\n", lines);
    }
}

package cn.tongxin.complaint;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Digests;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody complains or suggests; the office answers. */
@Singleton
class ComplaintActions {
    private static final int TEXT_MAX = 2000;

    private final Complaints complaints;
    private final History history;
    private final Clock clock;

    ComplaintActions(Complaints complaints, History history, Clock clock) {
        this.complaints = complaints;
        this.history = history;
        this.clock = clock;
    }

    /** A repeat with the same id by the same seat answers the row that is there. */
    @Transactional
    Complaint write(@Nullable UUID id, Complaint.Kind kind, @Nullable String text, @Nullable String contact) {
        new Fields()
                .required("kind", kind)
                .required("text", text)
                .maxLength("text", text, TEXT_MAX)
                .maxLength("contact", contact, 100)
                .orRefuse();
        var complaint = new Complaint(
                Ids.orNext(id),
                1,
                trackingNo(),
                Caller.current().seatId(),
                kind,
                String.valueOf(text).strip(),
                contact == null || contact.isBlank() ? null : contact.strip(),
                Complaint.Status.OPEN,
                null,
                clock.instant());
        if (!complaints.insert(complaint)) {
            return complaints
                    .find(complaint.id())
                    .filter(there -> there.seatId().equals(complaint.seatId()))
                    .orElseThrow(() -> Refusal.conflict("id.taken", "This id is taken."));
        }
        history.record(Line.of("complaint.written", "complaint", complaint.id())
                .moved(null, complaint.status())
                .with("trackingNo", complaint.trackingNo())
                .with("kind", complaint.kind()));
        return complaint;
    }

    @Transactional
    Complaint answer(UUID id, @Nullable String text) {
        var caller = Caller.current();
        var complaint = complaints.get(id);
        if (!ComplaintPolicy.sees(caller, complaint)) {
            throw Refusal.notFound();
        }
        if (!ComplaintPolicy.isOffice(caller)) {
            throw Refusal.notAllowed();
        }
        new Fields().required("text", text).maxLength("text", text, TEXT_MAX).orRefuse();
        var answer = new Complaint.Answer(String.valueOf(text).strip(), caller.seatId(), clock.instant());
        var answered = complaint.answered(answer);
        complaints.answer(answered, answer);
        history.record(Line.of("complaint.answered", "complaint", id)
                .moved(complaint.status(), answered.status())
                .with("trackingNo", complaint.trackingNo()));
        return answered;
    }

    /** Short enough to read out on the telephone, and not to be guessed. */
    private static String trackingNo() {
        return "TX-" + Digests.randomToken().substring(0, 10).toUpperCase(Locale.ROOT);
    }
}

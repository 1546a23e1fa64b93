package cn.tongxin.handling;

import cn.tongxin.document.DocumentFormat;
import cn.tongxin.document.Documents;
import cn.tongxin.tenancy.Transactions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The papers of an assignment, as Word or PDF, for whoever sees it. 409 {@code assignment.not-replied} before there is a reply, {@code assignment.no-papers} for a report. */
@Controller("/api/assignments/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
class PaperController {
    private final HandlingPaper papers;
    private final Documents documents;
    private final Transactions transactions;

    PaperController(HandlingPaper papers, Documents documents, Transactions transactions) {
        this.papers = papers;
        this.documents = documents;
        this.transactions = transactions;
    }

    /** The unit's letter, with the grade mark in the top right corner. */
    @Get("/reply-letter{?format}")
    HttpResponse<byte[]> replyLetter(UUID id, @QueryValue(defaultValue = "DOCX") DocumentFormat format) {
        var filled = transactions.alone(() -> papers.replyLetter(id));
        return documents.make(HandlingPapers.REPLY_LETTER, filled.slots(), format, filled.name() + "答复函");
    }

    /**
     * What an assisting unit tells the leading one, as its letter. 409 {@code assignment.no-opinion} while there is none.
     *
     * @param of for the leading unit and the office: the assistant's assignment; absent for the assignment's own
     */
    @Get("/opinion-letter{?of,format}")
    HttpResponse<byte[]> opinionLetter(
            UUID id, @Nullable @QueryValue UUID of, @QueryValue(defaultValue = "DOCX") DocumentFormat format) {
        var filled = transactions.alone(() -> papers.opinionLetter(id, of));
        return documents.make(HandlingPapers.OPINION_LETTER, filled.slots(), format, filled.name() + "会办意见");
    }

    /** The form on which the proponent rates, with the boxes ticked where he has. */
    @Get("/feedback-form{?format}")
    HttpResponse<byte[]> feedbackForm(UUID id, @QueryValue(defaultValue = "DOCX") DocumentFormat format) {
        var filled = transactions.alone(() -> papers.feedbackForm(id));
        return documents.make(HandlingPapers.FEEDBACK_FORM, filled.slots(), format, filled.name() + "征询意见表");
    }
}
